using System.Text;
using Remanence.Compat.ReMe.Library;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.TaskMemory;

/// <summary>ReMe's libraries come in and go out as they were.</summary>
public sealed class LibraryTests
{
    private static readonly StandingTime Clock = new(TimeSpan.FromHours(8));

    public static TheoryData<string> Lines =>
        new(
            """{"workspace_id": "demo", "memory_id": "0f5c", "memory_type": "task", "when_to_use": "Paging", "content": "Loop until empty.", "score": 0.8, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-11 09:00:00", "author": "m", "metadata": {"tags": ["paging"], "confidence": 0.80, "freq": 3, "utility": 1}}""",
            """{"workspace_id": "other", "memory_id": "1", "memory_type": "task", "when_to_use": "", "content": "说明 \"x\"\n", "score": 0.0, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-10 09:00:00", "author": "", "metadata": {}}""",
            """{"workspace_id": "demo", "memory_id": "2", "memory_type": "task", "when_to_use": "w", "content": "", "score": 7, "time_created": "2025-09-10T09:00:00.123Z", "time_modified": null, "author": "m", "metadata": {"freq": 0, "utility": "many"}}""",
            """{"workspace_id": "demo", "memory_id": "3", "memory_type": "personal", "when_to_use": "tea, green", "content": "likes tea", "score": 0.5, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-10 09:00:00", "author": "m", "metadata": {"keywords": "tea"}, "target": "ann", "reflection_subject": ""}""",
            """{"workspace_id": "demo", "memory_id": "4", "memory_type": "personal", "when_to_use": "", "content": "a runner", "score": 0.5, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-10 09:00:00", "author": "m", "metadata": {}, "target": "", "reflection_subject": "sport"}""",
            """{"workspace_id": "demo", "memory_id": "5", "memory_type": "tool", "when_to_use": "search", "content": "", "score": 0.0, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-10 09:00:00", "author": "m", "metadata": {}, "tool_call_results": [{"create_time": "", "tool_name": "search", "input": {"q": "x"}, "output": "y", "token_cost": -1, "success": true, "time_cost": 0.5, "summary": "", "evaluation": "", "score": 1.0, "is_summarized": false, "call_hash": "ab", "metadata": {}}]}""",
            """{"workspace_id": "old", "experience_id": "6", "experience_type": "text", "when_to_use": "w", "content": "c", "score": null, "metadata": {"author": "qwen", "created_time": "2025-08-11 20:05:51", "modified_time": "2025-08-11 20:05:51", "extra_info": null}}""");

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_goes_back_as_it_came(string line) => new ReMeWriter(Clock.LocalTimeZone).ToLine(Read(line)).ShouldBe(line);

    [Fact]
    public void Members_go_where_they_belong()
    {
        var memory = Read(Lines.First().Data);
        memory.Id.ShouldBe("0f5c");
        memory.Scope.ShouldBe(new Scope("demo"));
        memory.Kind.ShouldBe(MemoryKinds.Task);
        memory.Trigger.ShouldBe("Paging");
        memory.Score.ShouldBe(0.8);
        memory.Author.ShouldBe("m");
        memory.RecordedAt.ShouldBe(new DateTimeOffset(2025, 9, 10, 9, 0, 0, TimeSpan.FromHours(8)));
        memory.UpdatedAt.Day.ShouldBe(11);
        memory.Use.ShouldBe(new MemoryUse { Retrieved = 3, Helpful = 1 });
        Read("""{"content":"c","memory_type":"personal"}""").Kind.ShouldBe(MemoryKinds.Observation);
        Read("""{"content":"c","memory_type":"personal","reflection_subject":"x"}""").Kind.ShouldBe(MemoryKinds.Insight);
        Read("""{"content":"c"}""").Kind.ShouldBe(MemoryKinds.Task);
    }

    [Fact]
    public void What_changed_since_is_written_as_it_is_now()
    {
        var writer = new ReMeWriter(Clock.LocalTimeZone);
        var old = Read(Lines.Last().Data);
        var used = writer.ToLine(new Memory(old) { Use = new MemoryUse { Retrieved = 2 }, Score = 0.25 });
        used.ShouldContain("\"score\": 0.25, ");
        used.ShouldContain("\"extra_info\": null, \"freq\": 2}");
        var odd = Read(Lines.ElementAt(2).Data);
        writer
            .ToLine(new Memory(odd) { Content = "new", UpdatedAt = odd.UpdatedAt.AddDays(1) })
            .ShouldContain("\"content\": \"new\", \"score\": 7, \"time_created\": \"2025-09-10T09:00:00.123Z\", \"time_modified\": \"2025-09-11 17:00:00\"");
    }

    [Fact]
    public void Responses_show_todays_form()
    {
        var shown = new ReMeWriter(Clock.LocalTimeZone).ToObject(new Memory(Read(Lines.Last().Data)) { Scope = new Scope("here") }, score: 0.75);
        PythonJson
            .Write(shown)
            .ShouldBe(
                """{"workspace_id": "here", "memory_id": "6", "memory_type": "task", "when_to_use": "w", "content": "c", "score": 0.75, "time_created": "2025-08-11 20:05:51", "time_modified": "2025-08-11 20:05:51", "author": "qwen", "metadata": {"author": "qwen", "created_time": "2025-08-11 20:05:51", "modified_time": "2025-08-11 20:05:51", "extra_info": null}}""");
    }

    [Fact]
    public void A_row_of_the_local_store_is_a_memory()
    {
        var memory = Read(
            """{"unique_id":"ab12","workspace_id":"demo","content":"Paging","vector":[0.01,-0.2],"metadata":{"memory_type":"task","content":"Loop.","score":0.5,"time_created":"2025-09-10 09:00:00","time_modified":"2025-09-10 09:00:00","author":"m","metadata":{"tags":[]}}}""");
        new ReMeWriter(Clock.LocalTimeZone)
            .ToLine(memory)
            .ShouldBe(
                """{"workspace_id": "demo", "memory_id": "ab12", "memory_type": "task", "when_to_use": "Paging", "content": "Loop.", "score": 0.5, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-10 09:00:00", "author": "m", "metadata": {"tags": []}}""");
    }

    [Theory]
    [InlineData("""{"content":"c","memory_type":"dream"}""", "memory_type is \"dream\"")]
    [InlineData("""{"memory_id":"1"}""", "neither content nor when_to_use")]
    [InlineData("""{"content":"c","score":"high"}""", "score must be a number")]
    [InlineData("""{"content":"c","time_created":"soon"}""", "time_created is \"soon\"")]
    [InlineData("""{"content":"c","metadata":[1]}""", "metadata must be an object")]
    [InlineData("""{"content":"c","metadata":{"a":"\ud800"}}""", "surrogate")]
    [InlineData("""{"content":"c","memory_id":"a\nb"}""", "memory_id")]
    [InlineData("""[1]""", "must be an object")]
    [InlineData("""{"content":""", "is not JSON")]
    public async Task A_bad_line_is_named(string line, string reason)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("{\"content\":\"good\"}\n\n" + line + "\n"));
        var refused = await Should.ThrowAsync<InvalidRequestException>(async () =>
        {
            await foreach (var memory in LibraryReader.ReadAsync(stream, new ReMeReader("demo", Clock), TestContext.Current.CancellationToken))
            {
                memory.Content.ShouldBe("good");
            }
        });
        refused.Message.ShouldContain("line 3");
        refused.Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("appworld", 193)]
    [InlineData("bfcl_v3", 474)]
    [InlineData("research_plan", 295)]
    [InlineData("research_tips", 1392)]
    public async Task ReMes_own_libraries_go_back_byte_for_byte(string name, int count)
    {
        ReMeLibraries.SkipUnlessThere();
        var path = Path.Combine(ReMeLibraries.Folder, name + ".jsonl");
        using var folder = new TemporaryFolder();
        var memories = await LibraryFile.ReadAsync(path, new ReMeReader(name, Clock), TestContext.Current.CancellationToken);
        memories.Count.ShouldBe(count);
        var copy = Path.Combine(folder.Path, "deep", name + ".jsonl");
        (await LibraryFile.WriteAsync(copy, memories.ToAsyncEnumerable(), new ReMeWriter(Clock.LocalTimeZone), TestContext.Current.CancellationToken)).ShouldBe(
            count);
        (await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken)).ShouldBe(
            await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Directory.GetFiles(Path.GetDirectoryName(copy)!).ShouldBe([copy]);
    }

    [Theory]
    [InlineData(
        """{"content":"c","memory_type":"personal","metadata":{"mine":1,"_remanence":{"fact":{"attribute":"home","value":"Oslo"}}}}""",
        "line 1.metadata._remanence")]
    [InlineData(
        """{"unique_id":"a","workspace_id":"w","content":"c","metadata":{"memory_type":"task","content":"c","metadata":{"\u005fremanence":1}}}""",
        "line 1.metadata.metadata._remanence")]
    public void A_line_sets_no_state(string line, string field) => Should.Throw<InvalidRequestException>(() => Read(line)).Field.ShouldBe(field);

    [Fact]
    public async Task A_write_that_fails_leaves_the_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "demo.jsonl");
        const string before = """{"content":"before"}""";
        await File.WriteAllTextAsync(path, before, TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            LibraryFile.WriteAsync(path, Failing(), new ReMeWriter(Clock.LocalTimeZone), TestContext.Current.CancellationToken));
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(before);
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
        (
            await Should.ThrowAsync<InvalidRequestException>(() =>
                LibraryFile.ReadAsync(Path.Combine(folder.Path, "none.jsonl"), new ReMeReader("none", Clock), TestContext.Current.CancellationToken))
        ).Message.ShouldContain("none.jsonl");
    }

    private static async IAsyncEnumerable<Memory> Failing()
    {
        yield return Read("""{"content":"c"}""");
        await Task.Yield();
        throw new InvalidOperationException("the store went away");
    }

    private static Memory Read(string line) => new ReMeReader("demo", Clock).Read(LenientJson.Parse(line), "line 1");
}
