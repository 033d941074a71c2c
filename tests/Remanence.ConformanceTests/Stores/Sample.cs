using System.Text.Json;
using Remanence.Categories;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores;
using Remanence.Stores.History;
using Remanence.Wire;

namespace Remanence.ConformanceTests.Stores;

/// <summary>Things to store.</summary>
public static class Sample
{
    private static int _last;

    public static DateTimeOffset At { get; } = new(2025, 5, 8, 13, 56, 1, 234, 567, TimeSpan.FromHours(2));

    public static string NewId(string prefix = "m") => $"{prefix}{Interlocked.Increment(ref _last):D8}";

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    public static Memory Memory(string? id = null, Scope? scope = null, string content = "I like tea") => new()
    {
        Id = id ?? NewId(),
        Scope = scope ?? new Scope("ws"),
        Kind = MemoryKinds.Observation,
        Content = content,
        ObservedAt = At,
        RecordedAt = At.AddMinutes(1),
        UpdatedAt = At.AddMinutes(2),
    };

    /// <summary>A memory with every member set.</summary>
    public static Memory Full(string? id = null, Scope? scope = null) => new(Memory(id, scope ?? new Scope("ws", "ann", "agent", "session")))
    {
        Author = "some-model",
        Role = "user",
        Name = "Ann",
        Trigger = "when tea is asked for",
        Keywords = ["Tea", "茶", "straße"],
        Metadata = Json("""{ "a": {"b": [1, 2.50, "x", null, true]}, "zero": "\u0001\\u0000", "big": 12345678901234567890.0001 }"""),
        State = State,
        EventTime = new EventTime(new TimeInterval(At.AddDays(-2).ToOffset(TimeSpan.FromHours(-9.5)), At.AddDays(-1)), TimePrecision.Day),
        ValidFrom = At.AddYears(-1),
        ValidTo = At.AddYears(1).ToOffset(TimeSpan.Zero),
        Status = MemoryStatus.Expired,
        SupersededBy = "other",
        Score = 0.1 + 0.2,
        Use = new MemoryUse { Retrieved = 1, Helpful = 2, Reinforced = 3, LastRetrieved = At, LastHelpful = At.AddTicks(1), LastReinforced = At.AddTicks(2) },
        Sources = [new MemorySource { ResourceId = "r", MessageId = "m", Start = 0, End = 7, Quote = "tea" }, new MemorySource { ResourceId = "r2" }],
        Links = [new MemoryLink("other", "about")],
        Categories = ["c1", "c2"],
    };

    /// <summary>A state with every member set.</summary>
    public static MemoryState State => new()
    {
        Fact = new FactState
        {
            Subject = "Bob",
            Attribute = "home",
            Value = "Łódź 🍵\"",
            Single = true,
            Negated = true,
            Corrected = At,
            Places = [new FactPlace { Said = "k1", Came = At.AddTicks(1), Message = 3, Part = 1 }],
            Reason = "called off",
            Said = ["k1", "k2"],
        },
        Reflected = true,
        Insight = new InsightState { Subject = "music", Withdrawn = true },
        Forgotten = ["k3"],
        Withholds = ["m1", "m2"],
        Experience = new ExperienceState { Runs = ["r1"], Contrast = true },
        Tool = new ToolState { Results = [Json("""{ "input": {"q": 2.50}, "output": "\u00e9" }""")], ByRules = true },
        Recurrence = "FREQ=WEEKLY;BYDAY=WE",
        MoreTimes = [new FurtherTime(At.AddDays(3).ToOffset(TimeSpan.FromHours(2)), At.AddDays(4), TimePrecision.Vague)],
        Foreign = new ForeignState { Format = ForeignState.ReMe, Fields = Json("""{"score": null, "author": ""}""") },
    };

    public static Resource Resource(string? id = null, Scope? scope = null) => new()
    {
        Id = id ?? NewId("r"),
        Scope = scope ?? new Scope("ws"),
        Modality = Modalities.Conversation,
        Name = "talk.txt",
        MediaType = "text/plain",
        Text = "text",
        Metadata = Json("""{"x":1}"""),
        State = new ResourceState { Consolidated = true },
        RecordedAt = At,
    };

    public static StoredMessage Message(string resourceId, int position, string content = "hello") => new()
    {
        ResourceId = resourceId,
        Position = position,
        Message = new Message { Id = NewId("msg"), Role = "user", Name = "Ann", Content = content, Time = At.AddSeconds(position) },
    };

    public static Category Category(string? id = null, Scope? scope = null) => new()
    {
        Id = id ?? NewId("c"),
        Scope = scope ?? new Scope("ws"),
        Name = "drinks",
        Description = "what one drinks",
        Summary = "tea",
        RecordedAt = At,
        UpdatedAt = At.AddHours(1),
    };

    public static Job Job(string? id = null, Scope? scope = null, int priority = 0, int age = 0) => new()
    {
        Id = id ?? NewId("j"),
        Scope = scope ?? new Scope("ws", NewId("u")),
        Kind = "memorize",
        Payload = Json("""{"a":1}"""),
        Priority = priority,
        DueAt = At,
        RecordedAt = At.AddMinutes(-age),
        UpdatedAt = At.AddHours(1).ToOffset(TimeSpan.Zero),
    };

    public static ChangeSet Changes(
        string workspace = "ws",
        string? id = null,
        IReadOnlyList<Memory>? inserts = null,
        IReadOnlyList<MemoryUpdate>? updates = null,
        IReadOnlyList<Supersession>? supersessions = null,
        IReadOnlyList<string>? deletions = null,
        IReadOnlyList<Job>? jobs = null,
        string? fingerprint = null) => new()
        {
            Id = id ?? NewId("set"),
            Workspace = workspace,
            At = At.AddHours(1),
            Actor = "test",
            Reason = "because",
            Fingerprint = fingerprint,
            Inserts = inserts ?? [],
            Updates = updates ?? [],
            Supersessions = supersessions ?? [],
            Deletions = deletions ?? [],
            Jobs = jobs ?? [],
        };

    public static ChangeSet Brings(
        string workspace,
        IReadOnlyList<Resource>? resources = null,
        IReadOnlyList<StoredMessage>? messages = null,
        IReadOnlyList<Category>? categories = null
    ) =>
        new()
        {
            Id = NewId("set"),
            Workspace = workspace,
            At = At,
            Resources = resources ?? [],
            Messages = messages ?? [],
            Categories = categories ?? [],
        };

    public static void ShouldBeSame(this Memory? actual, Memory expected)
    {
        actual.ShouldNotBeNull();
        Write(actual).ShouldBe(Write(expected));
        (actual.Metadata?.GetRawText()).ShouldBe(expected.Metadata?.GetRawText());
        actual.State.ShouldBe(expected.State);
    }

    /// <summary>A memory as text, its metadata by value.</summary>
    public static string Write(Memory? memory) =>
        memory is null ? "null" : JsonSerializer.Serialize(MemoryDocument.From(memory), RemanenceJson.Default.MemoryDocument);

    public static string Write(HistoryEntry entry) => JsonSerializer.Serialize(HistoryDocument.From(entry), RemanenceJson.Default.HistoryDocument);

    public static string Write(Job? job) => job is null ? "null" : JsonSerializer.Serialize(JobDocument.From(job), RemanenceJson.Default.JobDocument);
}
