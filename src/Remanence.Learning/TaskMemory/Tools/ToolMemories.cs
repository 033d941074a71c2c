using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.TaskMemory.Tools;

/// <summary>Memories of kind <see cref="MemoryKinds.Tool"/>: one a tool, named by its trigger, with the calls that it rests on.</summary>
internal static class ToolMemories
{
    // The calls travel with the memory through every history entry and export; long outputs are cut, oldest calls first to go.
    private const int MaxLength = 60_000;
    private const int MaxOutput = 4_000;
    private const int MinOutput = 120;

    public static string NameOf(Memory memory) => memory.Trigger ?? memory.Content;

    public static IReadOnlyList<ToolCallResult> CallsOf(Memory memory) =>
        memory.State?.Tool is { } tool ? ToolCallResults.ReadKnown(tool.Results) : [];

    /// <summary>A tool not known before.</summary>
    public static Memory Create(Scope scope, string tool, DateTimeOffset now) => new()
    {
        // The tool's name is its identity, so that two who meet it first make one memory.
        Id = Identifiers.From("tool", scope.Workspace, scope.User, scope.Agent, scope.Session, tool),
        Scope = scope,
        Kind = MemoryKinds.Tool,
        Trigger = tool,
        Content = tool,
        ObservedAt = now,
        RecordedAt = now,
        UpdatedAt = now,
    };

    /// <summary>The memory with other calls.</summary>
    public static Memory WithCalls(Memory memory, IReadOnlyList<ToolCallResult> calls) => new(memory)
    {
        State = With(memory, tool => tool with { Results = [.. Fit(calls).EnumerateArray()] }),
    };

    /// <summary>Whether nobody but the rules here wrote the guide, so that it may be written anew.</summary>
    public static bool IsByRules(Memory memory) => memory.State?.Tool is { ByRules: true };

    /// <summary>The memory with a guide.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="guide">The guide.</param>
    /// <param name="author">Who wrote it.</param>
    public static Memory WithGuide(Memory memory, string guide, string author) => new(memory)
    {
        Content = guide,
        Author = author,
        State = With(memory, tool => tool with { ByRules = author == Memory.Verbatim }),
    };

    /// <summary>Adds calls that are not known yet and keeps the last.</summary>
    /// <param name="known">The calls so far, oldest first.</param>
    /// <param name="fresh">The new ones, with their hashes.</param>
    /// <param name="keep">How many to keep.</param>
    public static (IReadOnlyList<ToolCallResult> Calls, int Added) Add(IReadOnlyList<ToolCallResult> known, IEnumerable<ToolCallResult> fresh, int keep)
    {
        var hashes = known.Select(call => call.CallHash.Length > 0 ? call.CallHash : CallHash.Of(call)).ToHashSet(StringComparer.Ordinal);
        var added = fresh.Where(call => hashes.Add(call.CallHash)).ToList();
        var all = known.Concat(added).ToList();
        return ([.. all.Skip(Math.Max(all.Count - keep, 0))], added.Count);
    }

    private static MemoryState With(Memory memory, Func<ToolState, ToolState> change)
    {
        var state = memory.State ?? new MemoryState();
        return state with { Tool = change(state.Tool ?? new ToolState()) };
    }

    private static JsonElement Fit(IReadOnlyList<ToolCallResult> calls)
    {
        var json = ToolCallResults.ToJson(calls);
        for (var room = MaxOutput; json.GetRawText().Length > MaxLength; room /= 2)
        {
            if (room < MinOutput)
            {
                // Outputs are as short as they may be: what fits of the last calls stays.
                calls = [.. calls.Skip(Math.Max(calls.Count / 4, 1))];
                room = MinOutput * 2;
            }

            var cut = room;
            calls = [.. calls.Select(call => Cut(call, cut))];
            json = ToolCallResults.ToJson(calls);
        }

        return json;
    }

    private static ToolCallResult Cut(ToolCallResult call, int room) => call with
    {
        Output = ShortText.CutMiddle(call.Output, room),
        Input = call.Input.GetRawText().Length <= room ? call.Input : JsonBuild.Text(ShortText.CutMiddle(call.InputText, room)),
        Summary = ShortText.Cut(call.Summary, room),
        Evaluation = ShortText.Cut(call.Evaluation, room),
        Metadata = call.Metadata is { } metadata && metadata.GetRawText().Length > room ? null : call.Metadata,
    };
}
