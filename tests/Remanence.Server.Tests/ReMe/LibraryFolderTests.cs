using System.Net;
using System.Text.Json;

namespace Remanence.Server.Tests.ReMe;

/// <summary>Libraries where ReMe's guides put them: a dump that is answered with success can be loaded, and what cannot be loaded changes nothing.</summary>
public sealed class LibraryFolderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("./")]
    [InlineData(".")]
    [InlineData("./docs/library/")]
    [InlineData("docs/library")]
    public async Task What_is_dumped_and_deleted_is_loaded_again(string path)
    {
        var workspace = "demo-" + Path.GetRandomFileName()[..8];
        var file = Path.Combine(path, workspace + ".jsonl");
        await using var server = await RunningServer.StartAsync();
        try
        {
            await RememberAsync(server, workspace);
            (await ActAsync(server, workspace, "dump", path)).Status.ShouldBe(HttpStatusCode.OK);
            (await ActAsync(server, workspace, "delete")).Status.ShouldBe(HttpStatusCode.OK);
            var (_, loaded) = await ActAsync(server, workspace, "load", path);
            loaded.GetProperty("success").GetBoolean().ShouldBeTrue();
            (await ListAsync(server, workspace)).ShouldBe(1);
        }
        finally
        {
            if (File.Exists(file))
            {
                File.Delete(file);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{\"content\":\"Water boils.\",\"memory_type\":\"task\"}\n{\"content\":")]
    [InlineData("name;age\nAnn;30\n")]
    public async Task What_cannot_be_loaded_changes_nothing(string? library)
    {
        using var folder = new TemporaryFolder();
        var file = folder["w.jsonl"];
        if (library is not null)
        {
            await File.WriteAllTextAsync(file, library, Token);
        }

        await using var server = await RunningServer.StartAsync(settings => settings with { LibraryPaths = [folder.Path] });
        await RememberAsync(server, "w");
        var (status, problem) = await ActAsync(server, "w", "load", folder.Path);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString()!.ShouldContain(library is null ? "w.jsonl" : "line");
        (await ListAsync(server, "w")).ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"name\":\"a-package\"}")]
    [InlineData("role,content\nuser,hello\n")]
    public async Task A_dump_writes_over_no_file_that_is_no_library(string other)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["w.jsonl"], other, Token);
        await using var server = await RunningServer.StartAsync(settings => settings with { LibraryPaths = [folder.Path] });
        await RememberAsync(server, "w");
        (await ActAsync(server, "w", "dump", folder.Path)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await File.ReadAllTextAsync(folder["w.jsonl"], Token)).ShouldBe(other);
    }

    private static async Task RememberAsync(RunningServer server, string workspace)
    {
        using var response = await server.Client.SendAsync(
            "POST",
            $"/v1/workspaces/{workspace}/memories",
            Wire.Json("""{"kind":"task","content":"Bread rises overnight."}"""));
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> ActAsync(RunningServer server, string workspace, string action, string? path = null)
    {
        using var response = await server.Client.SendAsync(
            "POST",
            "/vector_store",
            Wire.Json(
                JsonSerializer.Serialize(
                    new
                    {
                        workspace_id = workspace,
                        action,
                        path,
                    })));
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Token)));
    }

    private static async Task<int> ListAsync(RunningServer server, string workspace) =>
        (await ActAsync(server, workspace, "list")).Answer.GetProperty("metadata").GetProperty("action_result").GetArrayLength();
}
