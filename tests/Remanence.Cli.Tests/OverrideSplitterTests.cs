namespace Remanence.Cli;

public sealed class OverrideSplitterTests
{
    private static readonly HashSet<string> ValueOptions = ["--file", "-f"];

    [Theory]
    [InlineData("serve http.port=1", "serve", "http.port=1")]
    [InlineData("serve data.path=./x --json http.port=1", "serve --json", "data.path=./x http.port=1")]
    [InlineData("memorize --file a.b=c", "memorize --file a.b=c", "")]
    [InlineData("memorize -- a.b=c", "memorize -- a.b=c", "")]
    [InlineData("retrieve a=b", "retrieve a=b", "")]
    [InlineData("retrieve https://x.y/?a=b", "retrieve https://x.y/?a=b", "")]
    [InlineData("serve data.path=", "serve", "data.path=")]
    public void Settings_AreTakenOutWhereverTheyStand(string line, string arguments, string overrides)
    {
        var (left, taken) = OverrideSplitter.Split(line.Split(' '), ValueOptions);

        string.Join(' ', left).ShouldBe(arguments);
        string.Join(' ', taken).ShouldBe(overrides);
    }

    [Fact]
    public void ATextWithSpaces_IsNoSetting() => OverrideSplitter.Split(["memorize", "x.y=3 is true"], ValueOptions).Overrides.ShouldBeEmpty();

    [Fact]
    public void AKnownSetting_MayHaveSpacesInItsValue() =>
        OverrideSplitter.Split(["list", "data.path=/my folder"], ValueOptions).Overrides.ShouldBe(["data.path=/my folder"]);
}
