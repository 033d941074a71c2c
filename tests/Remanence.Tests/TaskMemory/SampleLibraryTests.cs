using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OwnLibrary;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Stores;

namespace Remanence.Tests.TaskMemory;

/// <summary>The sample's library and answer form, found as services by the flows that come with Remanence.</summary>
public sealed class SampleLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remanence-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Library => Path.Combine(_folder, "ws.md");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_loaded_is_listed_and_dumped_as_it_was()
    {
        string[] lines = ["- when a test is flaky: look for the clock", "- sleep"];
        await File.WriteAllLinesAsync(Library, ["# Title", .. lines, lines[0]], Token);
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(Token);

        (await RunAsync(engine.Access, "load", _folder)).ShouldBe("""{"size":2}""");
        (await RunAsync(engine.Access, "list", null)).ShouldBe(
            """[{"when":"when a test is flaky","what":"look for the clock","score":null},{"when":null,"what":"sleep","score":null}]""");
        File.Delete(Library);
        (await RunAsync(engine.Access, "dump", _folder)).ShouldBe("""{"size":2}""");

        (await File.ReadAllLinesAsync(Library, Token)).ShouldBe(lines);
        await Should.ThrowAsync<InvalidRequestException>(() => RunAsync(engine.Access, "dump", Path.Combine(_folder, "..")));
        await Should.ThrowAsync<InvalidRequestException>(() => RunAsync(engine.Access, "load", _folder, "../ws"));
    }

    private async Task<string?> RunAsync(MemoryAccess memories, string action, string? path, string workspace = "ws")
    {
        await using var services = new ServiceCollection()
            .AddSingleton(memories)
            .AddSingleton<AnswerForm, ShortForm>()
            .AddSingleton<MemoryLibrary>(new MarkdownLibrary(_folder, TimeProvider.System))
            .BuildServiceProvider();
        var flows = FlowCatalogue.Build(new OperatorRegistry().AddDefaultOperators(), DefaultFlows.All.Where(flow => !flow.Internal), services: services);
        var inputs = new Dictionary<string, JsonElement> { ["action"] = JsonSerializer.SerializeToElement(action) };
        if (path is not null)
        {
            inputs["path"] = JsonSerializer.SerializeToElement(path);
        }

        return (await flows.RunAsync("vector_store", new FlowCall { Scope = new Scope(workspace), Inputs = inputs }, Token))
            .Metadata["action_result"]
            ?.ToJsonString();
    }
}
