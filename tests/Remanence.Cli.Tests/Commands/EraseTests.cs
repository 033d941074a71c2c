using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed class EraseTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Without_somebody_to_ask_yes_is_required()
    {
        await _cli.RunAsync("memorize", "one", "--user", "ada");

        (await _cli.RunAsync("erase", "--user", "ada")).ShouldFail(ExitCodes.Usage).ShouldContain("--yes");

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_user_is_erased_and_others_stay()
    {
        await _cli.RunAsync("memorize", "one", "--user", "ada");
        await _cli.RunAsync("memorize", "two", "--user", "ben");

        (await _cli.RunAsync("erase", "--user", "ada", "--yes", "--json")).ShouldSucceed().Json.GetProperty("memories").GetInt64().ShouldBe(1);

        (await CountAsync()).ShouldBe(1);
        (await _cli.RunAsync("list")).Out.ShouldContain("two");
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("Yes\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public async Task On_a_terminal_the_answer_decides(string answer, bool erased)
    {
        await _cli.RunAsync("memorize", "one", "--user", "ada");

        var result = await _cli.RunAsync(new TestConsole(answer, terminal: true), "erase", "--user", "ada");

        result.Error.ShouldContain("Go on? [y/N]");
        result.ExitCode.ShouldBe(erased ? ExitCodes.Ok : ExitCodes.Usage);
        (await CountAsync()).ShouldBe(erased ? 0 : 1);
    }

    [Fact]
    public async Task A_workspace_is_erased_either_way()
    {
        await _cli.RunAsync("memorize", "one", "-w", "a");
        await _cli.RunAsync("memorize", "two", "-w", "b");

        (await _cli.RunAsync("erase", "-w", "a", "--workspace-all", "--yes")).ShouldSucceed();
        (await _cli.RunAsync("workspaces", "drop", "b", "--yes")).ShouldSucceed().Out.ShouldContain("erased 1 memory");

        (await _cli.RunAsync("workspaces", "--json")).Json.GetArrayLength().ShouldBe(0);
    }

    public void Dispose() => _cli.Dispose();

    private async Task<int> CountAsync() => (await _cli.RunAsync("list", "--json")).Json.GetProperty("items").GetArrayLength();
}
