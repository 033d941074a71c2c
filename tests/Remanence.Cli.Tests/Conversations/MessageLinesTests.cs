using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Conversations;

public sealed class MessageLinesTests : IDisposable
{
    private readonly TestCli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_long_file_is_read_while_its_messages_are_taken()
    {
        var readers = new List<CountedLines>();

        var lines = MessageLines.TryRead(Open, "long.jsonl", me: null).ShouldNotBeNull();
        lines.Count.ShouldBe(100_000);
        var taken = lines.Read().Take(3).Select(message => message.Content).ToList();

        taken.ShouldBe(["said 0", "said 1", "said 2"]);
        readers[^1].Given.ShouldBe(3);
        readers.ShouldAllBe(reader => reader.IsClosed);

        CountedLines Open()
        {
            readers.Add(new CountedLines(100_000));
            return readers[^1];
        }
    }

    [Fact]
    public async Task A_broken_line_in_the_middle_is_named_and_nothing_is_stored()
    {
        var lines = Lines(3_000).ToList();
        lines[1_499] = """{"role":"user","content":"cut o""";
        var file = _cli.File("broken.jsonl", string.Join('\n', lines));

        (await _cli.RunAsync("memorize", "--file", file, "--no-infer")).ShouldFail(ExitCodes.Usage).ShouldContain("broken.jsonl line 1500 is not valid JSON");

        File.Exists(Path.Combine(_cli.DataPath, "remanence.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_file_again_brings_what_is_missing_and_nothing_twice()
    {
        var lines = Lines(2_500).ToList();

        var cut = await IdsAsync(lines[..1_000]);
        var whole = await IdsAsync(lines);

        whole.Distinct(StringComparer.Ordinal).Count().ShouldBe(2_500);
        whole[..1_000].ShouldBe(cut);
        (await IdsAsync(lines)).ShouldBe(whole);

        async Task<List<string>> IdsAsync(IEnumerable<string> text)
        {
            var file = _cli.File("said.jsonl", string.Join('\n', text));
            var summary = (await _cli.RunAsync("memorize", "--file", file, "--no-infer", "--json")).ShouldSucceed().Json;
            return [.. summary.GetProperty("memory_ids").EnumerateArray().Select(id => id.GetString()!)];
        }
    }

    [Theory]
    [InlineData("Ada", "said 1")]
    [InlineData("Zoe", null)]
    public void Who_the_user_is_may_be_said(string me, string? theirs)
    {
        const string file = """
            {"speaker":"Bob","content":"said 0"}
            {"speaker":"Ada","content":"said 1","time":"2024-05-01T10:00:00Z"}
            """;
        if (theirs is null)
        {
            Should.Throw<UsageException>(() => MessageLines.TryRead(() => new StringReader(file), "chat.jsonl", me)).Message.ShouldContain("Bob, Ada");
            return;
        }

        MessageLines.TryRead(() => new StringReader(file), "chat.jsonl", me)!.Read().Single(message => message.Name is null).Content.ShouldBe(theirs);
        MessageLines.TryRead(() => new StringReader(file), "chat.jsonl", me: null)!.Note.ShouldNotBeNull().ShouldContain("--me NAME");
    }

    [Theory]
    [InlineData("""{"name":"Ada","entityType":"person","observations":["likes tea"]}""", """{"from":"Ada","to":"Bob","relationType":"knows"}""")]
    [InlineData("""[{"role":"user","content":"x"},""", """{"role":"user","content":"y"}]""")]
    [InlineData("User: hello", "Assistant: hello")]
    [InlineData("""{"role":"user","content":"x"}""", null)]
    public void What_is_no_message_a_line_is_read_as_a_whole(string first, string? second) =>
        MessageLines.TryRead(() => new StringReader($"{first}\n{second}"), "file", me: null).ShouldBeNull();

    private static IEnumerable<string> Lines(int count) => Enumerable.Range(0, count).Select(i => $$"""{"role":"user","content":"said {{i}}"}""");

    private sealed class CountedLines(int count) : TextReader
    {
        public int Given { get; private set; }

        public bool IsClosed { get; private set; }

        public override string? ReadLine() => Given == count ? null : $$"""{"role":"user","content":"said {{Given++}}"}""";

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
