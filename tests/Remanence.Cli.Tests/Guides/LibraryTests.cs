using Remanence.Cli.Support;

namespace Remanence.Cli.Guides;

/// <summary>The libraries of experience in <c>docs/library</c>.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Those_that_ship_are_those_that_the_command_makes()
    {
        var made = _cli.PathOf("library");

        (await _cli.RunBareAsync(new TestConsole(), ["eval", "library", "--output", made])).ShouldSucceed().Out.ShouldContain("remanence.jsonl: ");

        string[] names = ["frozenlake.jsonl", "remanence.jsonl"];
        Directory.GetFiles(made).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(names);
        Directory.GetFiles(GuideFiles.Libraries).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(names);
        foreach (var name in names)
        {
            (await File.ReadAllTextAsync(Path.Combine(GuideFiles.Libraries, name), TestContext.Current.CancellationToken)).ShouldBe(
                await File.ReadAllTextAsync(Path.Combine(made, name), TestContext.Current.CancellationToken),
                $"run: remanence eval library, and commit docs/library/{name}");
        }
    }

    [Theory]
    [InlineData("remanence", "How can I search just Ann's memories and nobody else's?", "(query=tea, user_id=ann)")]
    [InlineData("remanence", "delete all data of a person", "DELETE /v1/workspaces/{ws}/memories?user_id=ann")]
    [InlineData("remanence", "change what a memory says", "PATCH /v1/workspaces/{ws}/memories/{id}")]
    [InlineData("remanence", "tell the server that the experience was useful", "POST /record_task_memory(update_utility=true")]
    [InlineData("remanence", "the summary says trajectories is missing", "POST /summary_task_memory(trajectories=")]
    [InlineData("frozenlake", "FrozenLake 4x4, not slippery. Map: SFFF FFFF FHFF FFFG", "request: FrozenLake 4x4, not slippery")]
    public async Task A_retrieval_over_them_helps(string library, string query, string help)
    {
        (await _cli.RunAsync("import", "--reme", GuideFiles.Libraries)).ShouldSucceed();

        var found = await _cli.RunAsync(
            "serve",
            "backend=cmd",
            "cmd.flow=retrieve_task_memory_simple",
            "cmd.params.workspace_id=" + library,
            "cmd.params.query=" + query);

        found.ShouldSucceed().Out.ShouldContain(help);
    }

    public void Dispose() => _cli.Dispose();
}
