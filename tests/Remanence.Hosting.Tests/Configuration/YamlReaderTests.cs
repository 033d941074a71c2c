using System.Text;

namespace Remanence.Hosting.Tests.Configuration;

public sealed class YamlReaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_understood(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        _folder.Write([.. encoding.Preamble, .. encoding.GetBytes("flow.a: {flow_content: x, description: 记忆}")]);

        _folder.Load().Flows.ShouldHaveSingleItem().Description.ShouldBe("记忆");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_told_with_their_line()
    {
        _folder.Write([.. "language: en\n# "u8, 0xE9, .. " caf\n"u8]);

        _folder.Fault().ShouldBe("remanence.yaml line 2: the file is not UTF-8 here; save it as UTF-8.");
    }

    [Theory]
    [InlineData("a: &x\n  b: *x", "not valid YAML: nothing above is called &x.")]
    [InlineData("a: *x", "line 1: not valid YAML: nothing above is called &x.")]
    [InlineData("language: en\nlanguage: zh", "line 2: language is set twice; keep one.")]
    [InlineData("flow: {a: {flow_content: x}}\nflow.a.flow_content: y", "line 2: flow.a.flow_content is set twice; keep one.")]
    [InlineData("flow: {a: 1}\nflow.a.flow_content: y", "line 2: flow.a.flow_content is set twice; keep one.")]
    [InlineData("a..b: 1", "line 1: \"a..b\" is not a name; names are joined by single dots, such as http.port.")]
    [InlineData("? [a]\n: 1", "line 1: a name must be plain text.")]
    [InlineData("language: !mine en", "line 1: language has the tag \"!mine\", which means nothing here; leave it out.")]
    [InlineData("<<: 7", "line 1: \"<<\" must be followed by a map, such as *name of one above.")]
    [InlineData("just text", "line 1: the file must hold names and values")]
    [InlineData("language: \"en", "not valid YAML")]
    [InlineData("-  :", "not valid YAML: a value is missing here.")]
    [InlineData("llm:\n\tx: 1", "not valid YAML")]
    public void What_is_wrong_is_told_with_its_line(string yaml, string expected)
    {
        _folder.Write(yaml);

        var fault = _folder.Fault();

        fault.ShouldStartWith("remanence.yaml");
        fault.ShouldContain(expected);
        fault.ShouldNotContain("\n");
    }

    [Fact]
    public void Depth_is_bounded()
    {
        _folder.Write(string.Concat(Enumerable.Repeat("[", 100_000)));
        _folder.Fault().ShouldContain("nests too deeply");

        _folder.Write("a: " + string.Concat(Enumerable.Repeat("{a: ", 40)) + "1" + new string('}', 40));
        _folder.Fault().ShouldContain("nests too deeply");
    }

    [Fact]
    public void Aliases_repeat_and_cannot_make_a_file_explode()
    {
        _folder.Write("op.a.params: &p {x: 1, y: [1, 2]}\nop.b.params: *p\nop.c.params: {<<: *p, x: 3}");
        _folder.Json("op.b.params").ShouldBe("{\"x\":1,\"y\":[1,2]}");
        _folder.Json("op.c.params").ShouldBe("{\"x\":3,\"y\":[1,2]}");
        _folder.Tree().Node.Find("op.b.params.x")!.Path.ShouldBe("op.b.params.x");

        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat("*a" + (i - 1), 10))}]\n");
        }

        _folder.Write(bomb.ToString());
        _folder.Fault().ShouldContain("aliases make more than 20000 values");

        bomb.Clear().Append("a0: &a0 {x: 1}\n");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append($"a{i}: &a{i} {{x: *a{i - 1}}}\n");
        }

        _folder.Write(bomb.ToString());
        _folder.Fault().ShouldContain("aliases nest too deeply");
    }

    [Fact]
    public void Size_is_bounded_also_where_no_length_is_told()
    {
        _folder.Write(new string('#', 1_000_001));
        _folder.Fault().ShouldContain("larger than 1000000 bytes");
        _folder.Write(string.Concat(Enumerable.Range(0, 30_000).Select(i => $"a{i}: 1\n")));
        _folder.Fault().ShouldContain("more than 20000 values");
        if (OperatingSystem.IsLinux())
        {
            _folder.Fault("config=/dev/zero").ShouldContain("not a file");
        }
    }

    [Fact]
    public void A_folder_is_not_a_file()
    {
        _folder.Write("x", "sub/x");

        _folder.Fault("config=sub").ShouldStartWith("sub: cannot be read");
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\n")]
    [InlineData("~")]
    [InlineData("{}")]
    public void Nothing_is_no_fault(string yaml)
    {
        _folder.Write(yaml);

        _folder.Load().Flows.ShouldBeEmpty();
    }
}
