// Flows that come with Remanence, with an answer form and a library of files of one's own: loaded, added to, found, dumped. No model, no server.
//
//   dotnet run --project samples/09-own-library
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OwnLibrary;
using Remanence;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Stores;

const string Given = "# Demo\n\n- when a test is flaky: look for the clock first\n- when a build is slow: look at the analyzers\n";
var folder = Directory.CreateTempSubdirectory("remanence-library-").FullName;
await File.WriteAllTextAsync(Path.Combine(folder, "demo.md"), Given);

await using var engine = new MemoryEngine(new InMemoryStore());
await engine.OpenAsync();
await using var services = new ServiceCollection()
    .AddSingleton(engine.Access)
    .AddSingleton<AnswerForm, ShortForm>()
    .AddSingleton<MemoryLibrary>(new MarkdownLibrary(folder, TimeProvider.System))
    .BuildServiceProvider();
var flows = FlowCatalogue.Build(new OperatorRegistry().AddDefaultOperators(), DefaultFlows.All.Where(flow => !flow.Internal), services: services);
var scope = new Scope("demo");

await RunAsync("vector_store", new { action = "load", path = folder });
var now = DateTimeOffset.UtcNow;
var more = new Memory { Id = "lint", Scope = scope, Kind = MemoryKinds.Task, Content = "read the first", ObservedAt = now, RecordedAt = now, UpdatedAt = now };
await engine.Access.EditAsync(scope, new ReplacePlan([new Memory(more) { Trigger = "when a linter floods" }], alone: false, "sample"), CancellationToken.None);
await RunAsync("vector_store", new { action = "list" });
await RunAsync("retrieve_task_memory", new { query = "The test is flaky.", top_k = 1 });
await RunAsync("vector_store", new { action = "dump", path = folder });
Console.WriteLine(await File.ReadAllTextAsync(Path.Combine(folder, "demo.md")));
Directory.Delete(folder, recursive: true);

async Task RunAsync(string flow, object inputs)
{
    var fields = JsonSerializer.SerializeToElement(inputs).EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
    var response = await flows.RunAsync(flow, new FlowCall { Scope = scope, Inputs = fields });
    Console.WriteLine($"{flow}: {response.Answer}{string.Concat(response.Metadata.Select(pair => $"\n  {pair.Key}: {pair.Value?.ToJsonString()}"))}");
}
