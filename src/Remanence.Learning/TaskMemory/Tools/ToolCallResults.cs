using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.TaskMemory.Tools;

/// <summary>Results of tool calls as JSON, fields in ReMe's order.</summary>
public static class ToolCallResults
{
    // Leaves room for what the calls are put into, within the 64 at which writers of JSON stop.
    private const int MaxDepth = 40;

    /// <summary>Makes sure that results can be understood, so that they are refused where they come in and not where they are used.</summary>
    /// <param name="json">An array of results, or null.</param>
    /// <param name="at">Its place, for errors.</param>
    /// <exception cref="InvalidRequestException">They cannot.</exception>
    public static void Check(JsonElement json, string at) => Read(json, at);

    /// <summary>Makes sure of the results that a tool's state holds, if it is one's.</summary>
    /// <param name="state">The state of any memory.</param>
    /// <param name="at">Its place, for errors.</param>
    /// <exception cref="InvalidRequestException">They cannot be understood.</exception>
    public static void CheckState(MemoryState state, string at)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var (i, result) in (state.Tool?.Results ?? []).Index())
        {
            ReadOne(result, $"{at}.tool.results[{i}]");
        }
    }

    /// <exception cref="InvalidRequestException">They cannot be understood.</exception>
    internal static IReadOnlyList<ToolCallResult> Read(JsonElement json, string at) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.Array => [.. json.EnumerateArray().Select((item, i) => ReadOne(item, $"{at}[{i}]"))],
        _ => throw JsonMembers.Wrong(at, "an array", json),
    };

    /// <summary>Results that are stored; one that an import brought and that cannot be understood is passed over.</summary>
    internal static IReadOnlyList<ToolCallResult> ReadKnown(IEnumerable<JsonElement> results) => [.. results.Select(TryRead).OfType<ToolCallResult>()];

    internal static JsonElement ToJson(IEnumerable<ToolCallResult> results) => JsonBuild.Array(results.Select(ToJson));

    internal static JsonElement ToJson(ToolCallResult result) => JsonBuild.Object(
    [
        new("create_time", JsonBuild.Text(result.CreateTime)),
        new("tool_name", JsonBuild.Text(result.ToolName)),
        new("input", result.Input),
        new("output", JsonBuild.Text(result.Output)),
        new("token_cost", JsonBuild.Number(result.TokenCost)),
        new("success", JsonBuild.Boolean(result.Success)),
        new("time_cost", JsonBuild.Number(result.TimeCost)),
        new("summary", JsonBuild.Text(result.Summary)),
        new("evaluation", JsonBuild.Text(result.Evaluation)),
        new("score", JsonBuild.Number(result.Score)),
        new("is_summarized", JsonBuild.Boolean(result.IsSummarized)),
        new("call_hash", JsonBuild.Text(result.CallHash)),
        new("metadata", result.Metadata ?? JsonBuild.Object([])),
    ]);

    private static ToolCallResult? TryRead(JsonElement json)
    {
        try
        {
            return ReadOne(json, "tool_call_results");
        }
        catch (InvalidRequestException)
        {
            return null;
        }
    }

    private static ToolCallResult ReadOne(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw JsonMembers.Wrong(at, "an object", json);
        }

        return new ToolCallResult
        {
            CreateTime = AnyText(json, "create_time", at),
            ToolName = AnyText(json, "tool_name", at),
            Input = ReadInput(json, at),
            Output = AnyText(json, "output", at),
            TokenCost = ReadTokens(json.Number("token_cost", at)),
            Success = ReadFlag(json, "success", at) ?? true,
            TimeCost = Math.Max(json.Number("time_cost", at) ?? 0, 0),
            Summary = AnyText(json, "summary", at),
            Evaluation = AnyText(json, "evaluation", at),
            Score = json.Number("score", at) ?? 0,
            IsSummarized = ReadFlag(json, "is_summarized", at) ?? false,
            CallHash = AnyText(json, "call_hash", at),
            Metadata = ReadMetadata(json, at),
        };
    }

    private static string AnyText(JsonElement json, string name, string at) => json.Member(name) is { } value ? JsonMembers.AnyText(value, $"{at}.{name}") : "";

    // An array, a number or what nests too deep is kept as the text of its JSON, which ReMe takes as well.
    private static JsonElement ReadInput(JsonElement json, string at)
    {
        var input = json.Member("input");
        var text = input is { } value ? JsonMembers.AnyText(value, at + ".input") : "";
        return input is { ValueKind: JsonValueKind.Object } arguments && !arguments.IsDeeperThan(MaxDepth) ? arguments.Clone() : JsonBuild.Text(text);
    }

    private static JsonElement? ReadMetadata(JsonElement json, string at)
    {
        var metadata = json.Object("metadata", at);
        return metadata?.IsDeeperThan(MaxDepth) == true
            ? throw new InvalidRequestException(at + ".metadata", $"{at}.metadata nests deeper than {MaxDepth}; flatten it.")
            : metadata?.Clone();
    }

    private static long ReadTokens(double? tokens) => tokens is { } number ? (long)Math.Clamp(number, -1, 1e15) : -1;

    private static bool? ReadFlag(JsonElement json, string name, string at) => json.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble() != 0,
        { ValueKind: JsonValueKind.String } text when bool.TryParse(JsonMembers.Text(text, at), out var flag) => flag,
        { } value => throw JsonMembers.Wrong($"{at}.{name}", "true or false", value),
    };
}
