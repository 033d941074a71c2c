namespace Remanence.Hosting.Tests.Configuration;

public sealed class ScalarTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("None", "null")]
    [InlineData("null", "null")]
    [InlineData("7", "7")]
    [InlineData("-07", "-7")]
    [InlineData("+0", "0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("0.5", "0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1e999", "\"1e999\"")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("{\"a\": [1, true, null, \"x\"]}", "{\"a\":[1,true,null,\"x\"]}")]
    [InlineData("{\"a.b\": 1}", "{\"a\":{\"b\":1}}")]
    [InlineData("[]", "[]")]
    [InlineData("\"7\"", "\"7\"")]
    [InlineData("{'a': 1}", "\"{'a': 1}\"")]
    [InlineData("a=b=c", "\"a=b=c\"")]
    [InlineData("", "\"\"")]
    [InlineData(" 7", "\" 7\"")]
    [InlineData("yes", "\"yes\"")]
    public void Arguments_become_what_they_look_like(string text, string json) => _folder.Json("op.x.params.v", "op.x.params.v=" + text).ShouldBe(json);

    [Theory]
    [InlineData("true", "true")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("none", "\"none\"")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("\"7\"", "\"7\"")]
    [InlineData("7", "7")]
    [InlineData("0.6", "0.6")]
    [InlineData("!!str 7", "\"7\"")]
    [InlineData("qwen2.5", "\"qwen2.5\"")]
    [InlineData("[a, {b: 1}]", "[\"a\",{\"b\":1}]")]
    [InlineData("{a.b: 1, a: {c: 2}}", "{\"a\":{\"b\":1,\"c\":2}}")]
    public void Yaml_becomes_what_it_says(string yaml, string json)
    {
        _folder.Write("op.x.params:\n  v: " + yaml);

        _folder.Json("op.x.params.v").ShouldBe(json);
    }

    [Fact]
    public void A_text_stays_what_was_written()
    {
        var model = _folder.Load("llm.default.model_name=1e5", "llm.default.api_key=007").ChatModels.ShouldHaveSingleItem();

        model.Model.ShouldBe("1e5");
        model.ApiKey.ShouldBe("007");
    }
}
