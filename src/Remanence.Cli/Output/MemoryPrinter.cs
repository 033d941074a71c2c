using System.Globalization;
using Remanence.Cli.Terminal;
using Remanence.Json;
using Remanence.Services;
using Spectre.Console;

namespace Remanence.Cli.Output;

/// <summary>Memories for people.</summary>
internal static class MemoryPrinter
{
    private const int Indent = 4;

    public static void Result(IAnsiConsole console, int rank, RetrievedMemory found)
    {
        var memory = found.Memory;
        var head = string.Create(CultureInfo.InvariantCulture, $"{rank,2}. [bold]{found.Score:0.000}[/]  {Time(memory.ObservedAt)}");
        console.MarkupLine(Who(memory) is { } who ? $"{head}  [green]{Escape(who)}[/]" : head);
        Text(console, memory.Content);
        Note(console, Origin(memory));
        if (found.Explanation is { } explanation)
        {
            Explain(console, explanation);
        }
    }

    /// <summary>One memory in one line of a list.</summary>
    public static void Line(IAnsiConsole console, MemoryDocument memory, int width)
    {
        var who = Who(memory) is { } name ? TerminalText.Line(name, 24) + ": " : string.Empty;
        var head = $"{memory.Id}  {Time(memory.ObservedAt)}  {memory.Kind,-11}  ";
        var text = TerminalText.Line(who + memory.Content, Math.Max(40, width - head.Length - 1));
        console.MarkupLine($"[grey]{Escape(head)}[/]{Markup.Escape(text)}");
    }

    /// <summary>Everything about one memory.</summary>
    public static void Full(IAnsiConsole console, MemoryDocument memory)
    {
        Text(console, memory.Content, 0);
        console.WriteLine();
        foreach (var (name, value) in Facts(memory))
        {
            if (value is { Length: > 0 })
            {
                console.MarkupLine($"[grey]{name,-12}[/] {Escape(value)}");
            }
        }
    }

    public static string Time(DateTimeOffset time) =>
        time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static (string Name, string? Value)[] Facts(MemoryDocument memory) =>
    [
        ("id", memory.Id),
        ("workspace", memory.Workspace),
        ("user", memory.UserId),
        ("agent", memory.AgentId),
        ("session", memory.SessionId),
        ("kind", memory.Kind),
        ("status", memory.Status.ToString().ToLowerInvariant() + (memory.SupersededBy is { } by ? " by " + by : string.Empty)),
        ("author", memory.Author),
        ("who", Who(memory)),
        ("trigger", memory.Trigger),
        ("keywords", Join(memory.Keywords)),
        ("said", Time(memory.ObservedAt)),
        ("about", memory.EventTime is { } time ? $"{Time(time.Start)} to {Time(time.End)}" : null),
        ("also about", Join(memory.State?.MoreTimes?.Select(time => $"{Time(time.Start)} to {Time(time.End)}"))),
        ("recorded", Time(memory.RecordedAt)),
        ("updated", Time(memory.UpdatedAt)),
        ("valid from", memory.ValidFrom is { } from ? Time(from) : null),
        ("valid to", memory.ValidTo is { } to ? Time(to) : null),
        ("score", memory.Score?.ToString("0.###", CultureInfo.InvariantCulture)),
        ("use", memory.Use is { } use ? $"retrieved {use.Retrieved}, helpful {use.Helpful}, reinforced {use.Reinforced}" : null),
        ("sources", Join(memory.Sources?.Select(Source))),
        ("links", Join(memory.Links?.Select(link => $"{link.Relation} {link.MemoryId}"))),
        ("categories", Join(memory.Categories)),
        ("metadata", memory.Metadata?.GetRawText()),
    ];

    private static void Explain(IAnsiConsole console, Explanation explanation)
    {
        var parts = explanation.Components
            .OrderByDescending(part => Math.Abs(part.Value))
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value:+0.000;-0.000;0}"));
        Note(console, string.Join("  ", parts));
        string?[] notes =
        [
            explanation.MatchedTerms.Count > 0 ? "words: " + string.Join(' ', explanation.MatchedTerms) : null,
            explanation.MatchedTimes.Count > 0 ? "times: " + string.Join(", ", explanation.MatchedTimes) : null,
            explanation.Similarity is { } similarity ? string.Create(CultureInfo.InvariantCulture, $"similarity {similarity:0.000}") : null,
        ];
        Note(console, string.Join("  ", notes.OfType<string>()));
        Note(console, explanation.Reason);
    }

    private static void Text(IAnsiConsole console, string text, int indent = Indent)
    {
        var width = console.Profile.Width - indent - 1;
        foreach (var line in TerminalText.Block(text).Split('\n').SelectMany(line => LineWrap.Wrap(line, width)))
        {
            console.WriteLine(line.Length == 0 ? line : new string(' ', indent) + line);
        }
    }

    private static void Note(IAnsiConsole console, string text)
    {
        foreach (var line in LineWrap.Wrap(TerminalText.Line(text), console.Profile.Width - Indent - 1).Where(line => line.Length > 0))
        {
            console.MarkupLine($"{new string(' ', Indent)}[grey]{Markup.Escape(line)}[/]");
        }
    }

    private static string Origin(MemoryDocument memory)
    {
        string?[] parts =
        [
            memory.Kind,
            memory.SessionId is { } session ? "session " + session : null,
            memory.Sources is [var source, ..] ? "from " + Source(source) : null,
            "id " + memory.Id,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string Source(Memories.MemorySource source) =>
        source.MessageId is { } message ? $"message {message} of {source.ResourceId}" : source.ResourceId;

    private static string? Who(MemoryDocument memory) => (memory.Name, memory.Role) switch
    {
        ({ } name, { } role) => $"{name} ({role})",
        var (name, role) => name ?? role,
    };

    private static string? Join(IEnumerable<string>? items) => items is null ? null : string.Join(", ", items);

    private static string Escape(string text) => Markup.Escape(TerminalText.Line(text));
}
