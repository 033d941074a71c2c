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
    [InlineData("serve --http.port=1 -data.path=x", "serve", "--http.port=1 -data.path=x")]
    [InlineData("serve language=zh c=mine config=x.yaml", "serve", "language=zh c=mine config=x.yaml")]
    [InlineData("serve --config=x.yaml --json", "serve --config=x.yaml --json", "")]
    [InlineData("serve llm.my-Model.params={\"a\":1}", "serve", "llm.my-Model.params={\"a\":1}")]
    [InlineData("retrieve Node.js=good", "retrieve Node.js=good", "")]
    [InlineData("retrieve asp.NET=good", "retrieve asp.NET=good", "")]
    public void Settings_are_taken_out_wherever_they_stand(string line, string arguments, string overrides)
    {
        var (left, taken) = OverrideSplitter.Split(line.Split(' '), ValueOptions);

        string.Join(' ', left).ShouldBe(arguments);
        string.Join(' ', taken).ShouldBe(overrides);
    }

    [Fact]
    public void A_text_with_spaces_is_no_setting() => OverrideSplitter.Split(["memorize", "x.y=3 is true"], ValueOptions).Overrides.ShouldBeEmpty();

    [Fact]
    public void A_known_setting_may_have_spaces_in_its_value() =>
        OverrideSplitter.Split(["list", "data.path=/my folder"], ValueOptions).Overrides.ShouldBe(["data.path=/my folder"]);
}
