// Coming from ReMe: the files of its local store are taken over, and its flows run by their names, with its parameters, and answer in its words.
// No server, no model.
//
//   dotnet run --project samples/16-from-reme -- FOLDER retrieve_task_memory_simple query="a flaky test" workspace_id=demo
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Remanence;
using Remanence.Compat.ReMe.Library;
using Remanence.Compat.ReMe.Routes;
using Remanence.Flows.Catalogue;

var made = args.Length == 0 ? Directory.CreateTempSubdirectory("remanence-reme-") : null;
if (made is not null)
{
    await File.WriteAllTextAsync(Path.Combine(made.FullName, "demo.jsonl"), """
        {"workspace_id": "demo", "memory_id": "m1", "memory_type": "task", "when_to_use": "when a test is flaky", "content": "look at the clock", "score": 0.9}
        {"workspace_id": "demo", "memory_id": "m2", "memory_type": "task", "when_to_use": "when a build is slow", "content": "drop an analyzer", "score": 0.7}
        """);
}

string[] call = args.Length > 1 ? args[1..] : ["retrieve_task_memory_simple", "query=The test is flaky again.", "workspace_id=demo", "top_k=1"];
await using var services = new ServiceCollection().AddMemoryEngine().AddRemanenceFlows().AddReMe().BuildServiceProvider();
var engine = services.GetRequiredService<MemoryEngine>();
await engine.OpenAsync();
try
{
    foreach (var file in ReMeFile.In(made?.FullName ?? args[0]))
    {
        Console.WriteLine($"{file.Workspace}: {await file.TakeIntoAsync(engine, CancellationToken.None)} memories");
    }

    var parameters = call.Skip(1).Select(argument => argument.Split('=', 2)).ToDictionary(parts => parts[0], parts => Value(parts[^1]), StringComparer.Ordinal);
    var command = new FlowCommand(services.GetRequiredService<FlowCatalogue>(), call[0], parameters);
    Console.WriteLine(FlowCommand.ToJson(await command.RunAsync(CancellationToken.None)));
}
catch (InvalidRequestException exception)
{
    Console.WriteLine($"{exception.Field}: {exception.Message}");
    return 1;
}
finally
{
    made?.Delete(recursive: true);
}

return 0;

static JsonElement Value(string text) =>
    int.TryParse(text, out var number) ? JsonSerializer.SerializeToElement(number) : JsonSerializer.SerializeToElement(text);
