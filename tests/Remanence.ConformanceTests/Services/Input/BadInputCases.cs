using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;

namespace Remanence.ConformanceTests.Services.Input;

/// <summary>The requests that every implementation refuses, under names that a test runner can show.</summary>
public static class BadInputCases
{
    internal static Dictionary<string, (string Field, MemorizeRequest Request)> Messages { get; } = new(StringComparer.Ordinal)
    {
        ["no messages"] = ("messages", new() { Messages = [] }),
        ["too many messages"] = ("messages", new() { Messages = [.. Enumerable.Repeat(Said("x"), ServiceLimits.MaxMessages + 1)] }),
        ["a NUL in the content"] = ("messages[0].content", new() { Messages = [Said("a\0b")] }),
        ["blank content"] = ("messages[1].content", new() { Messages = [Said("x"), Said(" \t\n")] }),
        ["empty content"] = ("messages[0].content", new() { Messages = [Said(string.Empty)] }),
        ["half a surrogate pair"] = ("messages[0].content", new() { Messages = [Said("x\ud800")] }),
        ["a message too long"] = ("messages[0].content", new() { Messages = [Said(new string('x', ServiceLimits.MaxMessageLength + 1))] }),
        ["an empty role"] = ("messages[0].role", new() { Messages = [Said("x", string.Empty)] }),
        ["a role with a control character"] = ("messages[0].role", new() { Messages = [Said("x", "us\u0001er")] }),
        ["an empty message id"] = ("messages[0].id", new() { Messages = [Said("x", id: string.Empty)] }),
        ["a long message id"] = ("messages[0].id", new() { Messages = [Said("x", id: new string('x', ServiceLimits.MaxIdLength + 1))] }),
        ["a NUL in a name"] = ("messages[0].name", new() { Messages = [Said("x", name: "a\0b")] }),
        ["an empty user"] = ("user_id", new() { Messages = [Said("x")], UserId = string.Empty }),
        ["a NUL in the user"] = ("user_id", new() { Messages = [Said("x")], UserId = "a\0b" }),
        ["a line break in the agent"] = ("agent_id", new() { Messages = [Said("x")], AgentId = "a\nb" }),
        ["a bidi override in the session"] = ("session_id", new() { Messages = [Said("x")], SessionId = "a\u202Eb" }),
        ["half a surrogate pair in the user"] = ("user_id", new() { Messages = [Said("x")], UserId = "\udc00" }),
        ["a long user"] = ("user_id", new() { Messages = [Said("x")], UserId = new string('x', 10_000) }),
        ["an empty key"] = ("Idempotency-Key", new() { Messages = [Said("x")], IdempotencyKey = string.Empty }),
    };

    internal static Dictionary<string, (string Field, RetrieveRequest Request)> Questions { get; } = new(StringComparer.Ordinal)
    {
        ["a blank query"] = ("query", new() { Query = "  " }),
        ["a query too long"] = ("query", new() { Query = new string('x', ServiceLimits.MaxQueryLength + 1) }),
        ["half a surrogate pair"] = ("query", new() { Query = "\ud800" }),
        ["top_k 0"] = ("top_k", new() { Query = "x", TopK = 0 }),
        ["top_k -1"] = ("top_k", new() { Query = "x", TopK = -1 }),
        ["top_k of a billion"] = ("top_k", new() { Query = "x", TopK = 1_000_000_000 }),
        ["max_tokens 0"] = ("max_tokens", new() { Query = "x", MaxTokens = 0 }),
        ["an empty kind"] = ("kinds", new() { Query = "x", Kinds = [string.Empty] }),
        ["an empty user"] = ("user_id", new() { Query = "x", UserId = string.Empty }),
        ["a control character in the agent"] = ("agent_id", new() { Query = "x", AgentId = "\u0007" }),
    };

    internal static Dictionary<string, (string Field, MemoryPatch Patch)> Patches { get; } =
        new(StringComparer.Ordinal)
        {
            ["nothing"] = ("body", new()),
            ["only a reason"] = ("body", new() { Reason = "why" }),
            ["blank content"] = ("content", new() { Content = " " }),
            ["half a surrogate pair"] = ("content", new() { Content = "\ud800" }),
            ["metadata that is no object"] = ("metadata", new() { Metadata = Json("[1]") }),
            ["a NUL in the content"] = ("content", new() { Content = "a\0b" }),
            ["a NUL in the trigger"] = ("trigger", new() { Trigger = "a\0b" }),
            ["a NUL in a keyword"] = ("keywords", new() { Keywords = ["a\0b"] }),
            ["a NUL in the metadata"] = ("metadata", new() { Metadata = Json("""{"a": ["\u0000"]}""") }),
            ["what the product keeps, in the metadata"] = (
                "metadata._remanence",
                new() { Metadata = Json("""{"a": 1, "_remanence": {"fact": {"attribute": "home"}}}""") }),
            ["metadata too long"] = ("metadata", new() { Metadata = Json($$"""{"x": "{{new string('x', ServiceLimits.MaxMetadataLength)}}"}""") }),
            ["a score above 1"] = ("score", new() { Score = 1.5 }),
            ["a score that is no number"] = ("score", new() { Score = double.NaN }),
            ["a score below 0"] = ("score", new() { Score = -0.1 }),
            ["superseded by hand"] = ("status", new() { Status = MemoryStatus.Superseded }),
            ["a time backwards"] = ("event_time", new() { EventTime = new EventTimeDocument(Noon(2), Noon(1), TimePrecision.Day) }),
            ["a validity backwards"] = ("valid_to", new() { ValidFrom = Noon(2), ValidTo = Noon(1) }),
            ["too many keywords"] = ("keywords", new() { Keywords = [.. Enumerable.Range(0, ServiceLimits.MaxKeywords + 1).Select(i => $"k{i}")] }),
        };

    internal static Dictionary<string, (string Field, AddMemoryRequest Request)> Statements { get; } = new(StringComparer.Ordinal)
    {
        ["blank content"] = ("content", new() { Content = " \n" }),
        ["half a surrogate pair"] = ("content", new() { Content = "\ud800" }),
        ["a NUL in the content"] = ("content", new() { Content = "a\0b" }),
        ["a NUL in a name of the metadata"] = ("metadata", new() { Content = "x", Metadata = Json("""{"a\u0000": 1}""") }),
        ["content too long"] = ("content", new() { Content = new string('x', ServiceLimits.MaxMessageLength + 1) }),
        ["a message"] = ("kind", new() { Content = "x", Kind = MemoryKinds.Message }),
        ["an empty kind"] = ("kind", new() { Content = "x", Kind = string.Empty }),
        ["a score above 1"] = ("score", new() { Content = "x", Score = 1.5 }),
        ["a score that is no number"] = ("score", new() { Content = "x", Score = double.NaN }),
        ["metadata that is no object"] = ("metadata", new() { Content = "x", Metadata = Json("[1]") }),
        ["what the product keeps, in the metadata"] = ("metadata._remanence", new() { Content = "x", Metadata = Json("""{"_remanence": null}""") }),
        ["a time backwards"] = ("event_time", new() { Content = "x", EventTime = new EventTimeDocument(Noon(2), Noon(1), TimePrecision.Day) }),
        ["too many keywords"] = ("keywords", new() { Content = "x", Keywords = [.. Enumerable.Range(0, ServiceLimits.MaxKeywords + 1).Select(i => $"k{i}")] }),
        ["an empty user"] = ("user_id", new() { Content = "x", UserId = string.Empty }),
        ["an empty key"] = ("Idempotency-Key", new() { Content = "x", IdempotencyKey = string.Empty }),
    };

    internal static Dictionary<string, string> Workspaces { get; } = new(StringComparer.Ordinal)
    {
        ["empty"] = string.Empty,
        ["blank"] = " ",
        ["a NUL"] = "a\0b",
        ["a line break"] = "a\nb",
        ["a parent"] = "../x",
        ["two dots"] = "..",
        ["one dot"] = ".",
        ["a slash"] = "a/b",
        ["a bidi override"] = "\u202Ea",
        ["half a surrogate pair"] = "\ud800",
        ["10,000 characters"] = new string('x', 10_000),
    };

    internal static Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal)
    {
        ["a NUL"] = "a\0b",
        ["a line break"] = "a\nb",
        ["half a surrogate pair"] = "\ud800",
        ["a bidi override"] = "\u202E",
        ["10,000 characters"] = new string('x', 10_000),
    };

    public static TheoryData<string> MessageNames => [.. Messages.Keys];

    public static TheoryData<string> QuestionNames => [.. Questions.Keys];

    public static TheoryData<string> PatchNames => [.. Patches.Keys];

    public static TheoryData<string> StatementNames => [.. Statements.Keys];

    private static Message Said(string content, string role = "user", string? id = null, string? name = null) =>
        new()
        {
            Role = role,
            Content = content,
            Id = id,
            Name = name,
        };

    private static DateTimeOffset Noon(int day) => new(2026, 5, day, 12, 0, 0, TimeSpan.Zero);

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
