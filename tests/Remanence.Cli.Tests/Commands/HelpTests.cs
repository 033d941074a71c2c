using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly TestCli _cli = new();

    public static TheoryData<string> AllCommands =>
        [.. Paths(RemanenceCommandLine.Build(new CliContext(new TestConsole(), _ => null, TimeProvider.System)), string.Empty)];

    [Theory]
    [MemberData(nameof(AllCommands))]
    public async Task Every_command_explains_itself(string path)
    {
        var result = await _cli.RunBareAsync(new TestConsole(), [.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        result.ShouldSucceed().Error.ShouldBeEmpty();
        result.Out.ShouldContain(("Usage:\n  remanence " + path).TrimEnd());
        result.Out.ShouldContain("--json");
        result.Out.ShouldContain("Settings");
        if (path is not ("" or "eval"))
        {
            result.Out.ShouldContain($"Examples:\n  ");
            result.Out.ShouldContain("remanence " + path);
        }
    }

    [Fact]
    public async Task Bare_name_shows_help() => (await _cli.RunBareAsync(new TestConsole(), [])).ShouldSucceed().Out.ShouldContain("retrieve");

    [Fact]
    public async Task Help_lists_every_setting() =>
        (await _cli.RunBareAsync(new TestConsole(), ["serve", "--help"])).Out.ShouldContain("Values: 0 to 65535. Default: 8002");

    [Theory]
    [InlineData("retrieve")]
    [InlineData("retrive x")]
    [InlineData("retrieve x --top-k many")]
    [InlineData("retrieve x --nonsense")]
    [InlineData("retrieve x --as-of soon")]
    [InlineData("list --status happy")]
    [InlineData("list --url ftp://x")]
    [InlineData("eval retrieval")]
    [InlineData("eval")]
    [InlineData("completion tcsh")]
    public async Task Wrong_usage_is_one_line_and_code2(string line)
    {
        var result = await _cli.RunBareAsync(new TestConsole(), line.Split(' '));

        result.ShouldFail(ExitCodes.Usage).ShouldContain("--help");
    }

    [Fact]
    public async Task Unknown_setting_is_wrong_usage() =>
        (await _cli.RunAsync("list", "http.prot=1")).ShouldFail(ExitCodes.Usage).ShouldContain("http.port");

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Completion_prints_a_script(string shell)
    {
        var script = (await _cli.RunBareAsync(new TestConsole(), ["completion", shell])).ShouldSucceed().Out;

        script.ShouldContain("[suggest:");
        script.ShouldNotContain("\r");
        script.ShouldEndWith("\n");
    }

    [Fact]
    public async Task Suggestions_name_commands_and_options()
    {
        (await _cli.RunBareAsync(new TestConsole(), ["[suggest:13]", "remanence ret"])).Out.ShouldBe("retrieve\n");
        (await _cli.RunBareAsync(new TestConsole(), ["[suggest:24]", "remanence retrieve --exp"])).Out.ShouldContain("--explain");
        (await _cli.RunBareAsync(new TestConsole(), ["[suggest:26]", "remanence serve search.me "])).Out.ShouldNotContain("=");
        (await _cli.RunBareAsync(new TestConsole(), ["[suggest:25]", "remanence serve search.me"])).Out.Trim().ShouldBe("search.memory_mb=");
    }

    public void Dispose() => _cli.Dispose();

    private static IEnumerable<string> Paths(Command command, string path)
    {
        yield return path;
        foreach (var child in command.Subcommands)
        {
            foreach (var found in Paths(child, (path + " " + child.Name).Trim()))
            {
                yield return found;
            }
        }
    }
}
