using System.Text.RegularExpressions;
using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed partial class TransferTests : IDisposable
{
    private readonly TestCli _cli = new();
    private readonly TestCli _other = new();

    [Fact]
    public async Task Export_import_export_is_the_same()
    {
        await FillAsync();
        var first = _cli.PathOf("first.jsonl");
        var second = _cli.PathOf("second.jsonl");

        (await _cli.RunAsync("export", first, "-w", "w")).ShouldSucceed();
        (await _other.RunAsync("import", first)).ShouldSucceed();
        (await _other.RunAsync("export", second, "-w", "w")).ShouldSucceed();

        WithoutSequences(File.ReadAllText(second)).ShouldBe(WithoutSequences(File.ReadAllText(first)));
    }

    [Fact]
    public async Task Standard_streams_carry_the_same_as_files()
    {
        await FillAsync();
        var file = _cli.PathOf("export.jsonl");
        await _cli.RunAsync("export", file, "-w", "w");

        var output = (await _cli.RunAsync("export", "-w", "w")).ShouldSucceed().Out;
        output.ShouldBe(File.ReadAllText(file));
        (await _other.RunAsync(new TestConsole(output), "import", "-w", "copy", "--json")).ShouldSucceed().Json.GetProperty("memories").GetInt64().ShouldBe(3);
        (await _other.RunAsync("list", "-w", "copy")).Out.ShouldContain("three");
    }

    [Fact]
    public async Task Import_twice_skips_what_is_there()
    {
        await FillAsync();
        var file = _cli.PathOf("export.jsonl");
        await _cli.RunAsync("export", file, "-w", "w");

        await _other.RunAsync("import", file);
        var again = (await _other.RunAsync("import", file, "--json")).ShouldSucceed().Json;

        again.GetProperty("memories").GetInt64().ShouldBe(0);
        again.GetProperty("skipped").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task Cut_off_file_imports_nothing()
    {
        await FillAsync();
        var text = (await _cli.RunAsync("export", "-w", "w")).Out;

        var file = _cli.File("cut.jsonl", text[..^20]);

        (await _other.RunAsync("import", file)).ShouldFail(ExitCodes.Usage).ShouldContain("nothing was imported");
        Directory.Exists(_other.DataPath).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hello\n", "line 1")]
    [InlineData("{}\n", "line 1")]
    [InlineData("{\"memory\":{}}\n", "line 1")]
    [InlineData("{\"header\":{\"format\":\"other\",\"version\":1,\"workspace\":\"w\"}}\n", "header")]
    [InlineData("{\"header\":{\"format\":\"remanence-export\",\"version\":9,\"workspace\":\"w\"}}\n", "version 9")]
    [InlineData(
        "{\"header\":{\"format\":\"remanence-export\",\"version\":1,\"workspace\":\"w\"}}\n{\"header\":{\"format\":\"remanence-export\",\"version\":1,\"w"
        + "orkspace\":\"w\"}}\n",
        "second header")]
    public async Task Foreign_file_is_refused(string content, string expected) =>
        (await _other.RunAsync("import", _cli.File("foreign.jsonl", content))).ShouldFail(ExitCodes.Usage).ShouldContain(expected);

    [Fact]
    public async Task Binary_file_is_refused()
    {
        var path = _cli.PathOf("binary");
        await File.WriteAllBytesAsync(path, [0xff, 0xfe, 0x80, 0x0a, 0xc3], TestContext.Current.CancellationToken);

        (await _other.RunAsync("import", path)).ShouldFail(ExitCodes.Usage);
        (await _other.RunAsync("memorize", "--file", path)).ShouldFail(ExitCodes.Usage);
    }

    [Fact]
    public async Task Failed_export_leaves_the_old_file()
    {
        var file = _cli.File("backup.jsonl", "old");

        (await _cli.RunAsync("export", file, "-w", "nothing")).ShouldFail(ExitCodes.NotFound);

        File.ReadAllText(file).ShouldBe("old");
        File.Exists(file + ".partial").ShouldBeFalse();
    }

    [Fact]
    public async Task Export_into_a_missing_folder_fails_in_one_line()
    {
        await FillAsync();

        (await _cli.RunAsync("export", _cli.PathOf("no/such/folder.jsonl"), "-w", "w")).ShouldFail(ExitCodes.Failed);
    }

    public void Dispose()
    {
        _cli.Dispose();
        _other.Dispose();
    }

    private async Task FillAsync()
    {
        var file = _cli.File("chat.jsonl", """
            {"role":"user","name":"Ada","content":"one 你好","time":"2026-05-08T13:56:00+02:00","id":"x"}
            {"role":"assistant","content":"two"}
            {"role":"user","content":"three"}
            """);
        (await _cli.RunAsync("memorize", "--file", file, "-w", "w", "--user", "ada", "--session", "s", "--no-infer")).ShouldSucceed();
        await _cli.RunAsync("memorize", "four", "-w", "w");
        var last = (await _cli.RunAsync("list", "-w", "w", "--json")).Json.GetProperty("items")[3].GetProperty("id").GetString()!;
        (await _cli.RunAsync("forget", last, "-w", "w")).ShouldSucceed();
    }

    // A commit's number counts the commits of one store; an import makes fewer of them.
    private static string WithoutSequences(string export) => Sequence().Replace(export, string.Empty);

    [GeneratedRegex("\"sequence\":[0-9]+,", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sequence();
}
