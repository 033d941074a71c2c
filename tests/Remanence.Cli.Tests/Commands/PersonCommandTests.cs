using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

/// <summary><c>remanence consolidate</c>, <c>reflect</c> and <c>profile</c>.</summary>
public sealed class PersonCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_was_told_becomes_facts_insights_and_a_portrait()
    {
        (await _cli.RunAsync("memorize", "I live in Lisbon. I love fado, chess and tea.", "--user", "ada")).ShouldSucceed();
        var consolidated = (await _cli.RunAsync("consolidate", "--user", "ada")).ShouldSucceed();
        consolidated.Out.ShouldContain("The user lives in Lisbon.");
        consolidated.Out.ShouldContain("4 memories made or changed (verbatim)");
        (await _cli.RunAsync("consolidate", "--user", "ada")).ShouldSucceed().Out.ShouldContain("0 memories");
        (await _cli.RunAsync("reflect", "--user", "ada")).ShouldSucceed().Out.ShouldContain("likes: fado, chess, tea");
        (await _cli.RunAsync("profile", "--user", "ada", "--max-tokens", "20")).ShouldSucceed().Out.ShouldContain("Lisbon");
        (await _cli.RunAsync("profile", "--user", "ada", "--json")).ShouldSucceed().Out.ShouldContain("\"memory_id\"");
    }

    [Fact]
    public async Task A_profile_is_of_a_user()
    {
        var result = await _cli.RunAsync("profile");
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain("user");
    }
}
