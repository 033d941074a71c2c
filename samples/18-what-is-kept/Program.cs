// What Remanence itself keeps about a memory (Memory.State): what a fact says, so that a newer one can take its place, what comes again, what
// reflection has seen, what a tool's guide rests on. It is shown and never taken from a request; an import brings it.
//
//   dotnet run --project samples/18-what-is-kept
using System.Text.Json;
using Remanence;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.TaskMemory.Tools;
using Remanence.Transfer;
using WhatIsKept;

var ann = new Scope("demo", "ann");
await using var engine = new MemoryEngine(new InMemoryStore());
await engine.OpenAsync();
string[] said = ["I live in Kyoto.", "I swim every Monday.", "I like jasmine tea.", "I like old films.", "I like long walks.", "I moved to Osaka."];
foreach (var (text, day) in said.Select((text, number) => (text, new DateTimeOffset(2026, 5, 4 + number, 9, 0, 0, TimeSpan.Zero))))
{
    await engine.MemorizeAsync("demo", new MemorizeRequest { UserId = "ann", Messages = [new Message { Role = "user", Content = text, Time = day }] });
}

await engine.ConsolidateAsync(ann);
Console.WriteLine("Reflection has not seen:");
var observations = new MemoryFilter.Kind([MemoryKinds.Observation]);
await ShowAsync(ann, new MemoryFilter.And([observations, new MemoryFilter.Not(new MemoryFilter.Reflected())]));
await engine.ReflectAsync(ann);
var facts = await engine.ListAsync(new MemoryQuery { Scope = ann, Filter = observations });
await engine.ForgetAsync(ann, facts.Items[^2].Id);
Console.WriteLine($"\nAfter reflection, and with \"{facts.Items[^2].Content}\" forgotten:");
await ShowAsync(ann, new MemoryFilter.Kind([MemoryKinds.Observation, MemoryKinds.Insight, MemoryKinds.Forgotten]));

// A message that tells of two times is found by both.
await engine.MemorizeAsync(
    "demo",
    new MemorizeRequest
    {
        UserId = "ann",
        Messages =
        [
            new Message
            {
                Role = "user",
                Content = "We went to Nara last month and are going again next year.",
                Time = new DateTimeOffset(2026, 5, 20, 9, 0, 0, TimeSpan.Zero),
            },
        ],
    });
await ShowAsync(ann, new MemoryFilter.Time(MemoryTimeField.Observed, new DateTimeOffset(2026, 5, 20, 0, 0, 0, TimeSpan.Zero), null));

// Another program's log of calls becomes a tool's guide; what could not be understood later is refused here.
var calls = JsonSerializer.SerializeToElement(new[] { new { tool_name = "grep", input = "TODO", output = "3 lines", success = true } });
ToolCallResults.Check(calls, "calls");
try
{
    ToolCallResults.Check(JsonSerializer.SerializeToElement(new { tool_name = "grep" }), "calls");
}
catch (InvalidRequestException refused)
{
    Console.WriteLine($"\n{refused.Message}");
}

Memory[] brought =
[
    Bring("guide", MemoryKinds.Tool, "Search for whole words.", new MemoryState { Tool = new ToolState { Results = [.. calls.EnumerateArray()] } }),
    Bring("lesson", MemoryKinds.Task, "Look at the clock first.", new MemoryState { Experience = new ExperienceState { Runs = ["run-1", "run-2"] } }),
    Bring("old", MemoryKinds.Task, "Read the log.", new MemoryState { Foreign = new ForeignState { Format = ForeignState.ReMe, Fields = Fields() } }),
];
var header = new ExportRecord { Header = ExportHeader.Of("brought") };
var records = brought.Select(memory => new ExportRecord { Memory = MemoryDocument.From(memory) }).Prepend(header);
var imported = await engine.ImportAsync("brought", records.ToAsyncEnumerable());
Console.WriteLine($"\n{imported.Memories} brought by an import:");
await ShowAsync(new Scope("brought"), null);

async Task ShowAsync(Scope scope, MemoryFilter? filter)
{
    foreach (var memory in (await engine.ListAsync(new MemoryQuery { Scope = scope, Filter = filter })).Items)
    {
        Console.WriteLine($"  {memory.Kind} \"{memory.Content.ReplaceLineEndings(" ")}\" ({memory.Status})");
        foreach (var line in StateWords.Of(memory.State))
        {
            Console.WriteLine($"    {line}");
        }
    }
}

static Memory Bring(string id, string kind, string content, MemoryState state)
{
    var now = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    var kept = new Memory { Id = id, Scope = new Scope("brought"), Kind = kind, Content = content, ObservedAt = now, RecordedAt = now, UpdatedAt = now };
    return new Memory(kept) { State = state };
}

static JsonElement Fields() => JsonSerializer.SerializeToElement(new { score = 1 });
