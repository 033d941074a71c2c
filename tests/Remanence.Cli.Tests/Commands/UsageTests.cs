using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

/// <summary>What a mistyped line is told, and what may be typed as people type it.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Theory]
    [InlineData("memorise hello", "\"memorise\" is no command; did you mean memorize?")]
    [InlineData("workspace", "did you mean workspaces?")]
    [InlineData("jobs retri x", "\"retri\" is no command; did you mean retry?")]
    [InlineData("help forgit", "\"forgit\" is no command; did you mean forget?")]
    [InlineData("list --usr ann", "\"--usr\" is no option of remanence list; did you mean --user?")]
    [InlineData("retrieve a b --top_k 3", "did you mean --top-k?")]
    [InlineData("forget --sesion x a", "did you mean --session?")]
    [InlineData("memorize hello --rolle user", "did you mean --role?")]
    [InlineData("--verison", "did you mean --version?")]
    [InlineData("list --port 3", "it is a setting: write http.port=3.")]
    [InlineData("retrieve x --data-path=/tmp/y", "it is a setting: write data.path=/tmp/y.")]
    [InlineData("list foo", "\"foo\" is one word too many for remanence list.")]
    [InlineData("retrieve x --top-k many", "--top-k takes a whole number, not \"many\".")]
    [InlineData("retrieve x --max-tokens 1.5", "--max-tokens takes a whole number, not \"1.5\".")]
    [InlineData("jobs --state done", "--state takes queued, running, retrying, succeeded, dead, cancelled, not \"done\".")]
    [InlineData("list --status active --status happy", "--status takes active, superseded, expired, not \"happy\".")]
    [InlineData("completion tcsh", "\"tcsh\" is none of bash, zsh, fish, pwsh.")]
    public async Task A_mistyped_line_is_told_what_was_meant(string line, string expected)
    {
        var said = (await _cli.RunBareAsync(new TestConsole(), line.Split(' '))).ShouldFail(ExitCodes.Usage);
        said.ShouldContain(expected);
        said.ShouldNotContain("System.");
        said.ShouldNotContain("Unrecognized");
    }

    [Fact]
    public async Task Words_need_no_quotes_and_what_follows_two_dashes_is_text()
    {
        (await _cli.RunAsync("memorize", "I", "moved", "to", "Lisbon", "--user", "ann")).ShouldSucceed();
        (await _cli.RunAsync("memorize", "--user", "ann", "--", "--porto", "is", "near")).ShouldSucceed();
        (await _cli.RunAsync("retrieve", "where", "is", "Lisbon", "--user", "ann")).ShouldSucceed().Out.ShouldContain("I moved to Lisbon");
        (await _cli.RunAsync("retrieve", "--", "--porto", "is")).ShouldSucceed().Out.ShouldContain("--porto is near");
    }

    [Fact]
    public async Task Help_is_a_command_too()
    {
        (await _cli.RunBareAsync(new TestConsole(), ["help"])).ShouldSucceed().Out.ShouldContain("memorize");
        (await _cli.RunBareAsync(new TestConsole(), ["help", "jobs", "retry"])).ShouldSucceed().Out.ShouldContain("remanence jobs retry");
    }

    [Fact]
    public async Task Empty_lists_say_so_and_JSON_stays_JSON()
    {
        (await _cli.RunAsync("memorize", "I moved to Lisbon.", "--user", "ann")).ShouldSucceed();
        (await _cli.RunAsync("list", "--user", "ben")).ShouldSucceed().Error.ShouldBe("No such memories of user ben in workspace default.\n");
        (await _cli.RunAsync("list", "--kind", "obsrvation"))
            .ShouldSucceed()
            .Error.ShouldContain("\"obsrvation\" is no kind that Remanence makes; did you mean observation?");
        (await _cli.RunAsync("retrieve", "x", "--kind", "fact")).ShouldSucceed().Error.ShouldContain("\"fact\" is no kind that Remanence makes");
        (await _cli.RunAsync("jobs", "--state", "dead")).ShouldSucceed().Error.ShouldBe("No such jobs in workspace default.\n");
        (await _cli.RunAsync("profile", "--user", "ben")).ShouldSucceed().Error.ShouldContain("Nothing is known yet of user ben");
        (await _cli.RunAsync("list", "--user", "ben", "--json")).ShouldSucceed().Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await _cli.RunAsync("erase", "--user", "ben", "--yes")).ShouldSucceed().Out.ShouldContain("there was nothing of it");
        (await _cli.RunAsync("erase", "--user", "ann", "--yes")).ShouldSucceed().Out.ShouldContain("erased 1 memory, ");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_as_it_was_given()
    {
        (await _cli.RunAsync("memorize", "I moved to Lisbon.")).ShouldSucceed();
        (await _cli.RunAsync("export", _cli.DataPath)).ShouldFail(ExitCodes.Failed).ShouldContain($"Cannot write {_cli.DataPath}: it is a folder");
        var path = Path.Combine(_cli.DataPath, "none", "x.jsonl");
        var said = (await _cli.RunAsync("export", path)).ShouldFail(ExitCodes.Failed);
        said.ShouldContain($"Cannot write {path}: there is no such folder.");
        said.ShouldNotContain("partial");
    }

    public void Dispose() => _cli.Dispose();
}
