using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;
using Remanence.Diagnostics;
using Remanence.Memories;

namespace Remanence.Cli.Commands;

/// <summary>Says, where nothing was found, that a kind is none that Remanence makes: it may be mistyped.</summary>
internal static class KindHints
{
    private static readonly string[] Known =
    [
        MemoryKinds.Message, MemoryKinds.Observation, MemoryKinds.Insight, MemoryKinds.Profile, MemoryKinds.Event, MemoryKinds.Knowledge, MemoryKinds.Behavior,
        MemoryKinds.Skill,
        MemoryKinds.Task, MemoryKinds.Tool, MemoryKinds.Forgotten,
    ];

    public static void Write(CommandRun run, IReadOnlyList<string>? kinds)
    {
        foreach (var kind in kinds?.Except(Known, StringComparer.Ordinal) ?? [])
        {
            var remedy = Nearest.Find(kind, Known) is { } near ? $"did you mean {near}?" : $"it makes {string.Join(", ", Known)}.";
            run.Console.Error.WriteLine($"{TerminalText.Line(Printable.Show(kind))} is no kind that Remanence makes; {remedy}");
        }
    }
}
