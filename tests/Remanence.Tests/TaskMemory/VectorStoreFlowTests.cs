using System.Text.Json;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Tests.TaskMemory;

/// <summary>The six actions of <c>vector_store</c>.</summary>
public sealed class VectorStoreFlowTests
{
    private const string Line =
        """{"workspace_id": "old", "memory_id": "m1", "memory_type": "task", "when_to_use": "Paging", "content": "Loop.", "score": 0.5, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-10 09:00:00", "author": "m", "metadata": {"tags": []}}""";

    [Fact]
    public async Task Load_replaces_and_dump_gives_the_lines_back()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        Directory.CreateDirectory(fixture.Library);
        var file = Path.Combine(fixture.Library, "w.jsonl");
        await File.WriteAllTextAsync(file, Line + "\n", TestContext.Current.CancellationToken);
        await fixture.RunAsync("summary_task_memory", """{"workspace_id":"w","trajectories":[{"messages":[{"content":"old"}]}]}""");
        (await ActAsync(fixture, "load")).ShouldBe("""{"size":1}""");
        (await ActAsync(fixture, "list")).ShouldBe(
            "["
                + Line.Replace("\"old\"", "\"w\"", StringComparison.Ordinal)
                    .Replace(": ", ":", StringComparison.Ordinal)
                    .Replace(", ", ",", StringComparison.Ordinal)
                + "]");
        File.Delete(file);
        (await ActAsync(fixture, "dump")).ShouldBe("""{"size":1}""");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(Line + "\n");
        (await ActAsync(fixture, "load")).ShouldBe("""{"size":1}""");
        File.Delete(file);
        (await Should.ThrowAsync<InvalidRequestException>(() => ActAsync(fixture, "load"))).Message.ShouldContain("w.jsonl");
        (await ActAsync(fixture, "list")).ShouldNotBe("[]");
    }

    [Fact]
    public async Task Copy_merges_and_deletes_delete()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync(
            "summary_task_memory",
            """{"workspace_id":"a","trajectories":[{"messages":[{"content":"one"}]},{"messages":[{"content":"two"}]}]}""");
        await fixture.RunAsync("summary_task_memory", """{"workspace_id":"w","trajectories":[{"messages":[{"content":"three"}]}]}""");
        (await ActAsync(fixture, "copy", "\"src_workspace_id\":\"a\",")).ShouldBe("""{"size":2}""");
        (await ActAsync(fixture, "copy", "\"src_workspace_id\":\"a\",")).ShouldBe("""{"size":2}""");
        var memories = await fixture.AllAsync("w");
        memories.Count.ShouldBe(3);
        (await ActAsync(fixture, "delete_ids", $"\"memory_ids\":[\"{memories[0].Id}\",\"unknown\"],")).ShouldBe("null");
        (await fixture.AllAsync("w")).Count.ShouldBe(2);
        (await fixture.AllAsync("a")).Count.ShouldBe(2);
        (await ActAsync(fixture, "delete")).ShouldBe("null");
        (await fixture.AllAsync("w")).ShouldBeEmpty();
        (await ActAsync(fixture, "delete")).ShouldBe("\"\"");
        (await ActAsync(fixture, "dump")).ShouldBe("{}");
        (await ActAsync(fixture, "copy", "\"src_workspace_id\":\"nowhere\",")).ShouldBe("{}");
    }

    [Fact]
    public async Task A_label_changes_nothing_by_way_of_a_dump_and_a_load()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        Directory.CreateDirectory(fixture.Library);
        await File.WriteAllLinesAsync(
            Path.Combine(fixture.Library, "w.jsonl"),
            ["""{"memory_id":"lesson","content":"c","metadata":{"confidence":0.9}}""", """{"memory_id":"fact","memory_type":"personal","content":"c"}"""],
            TestContext.Current.CancellationToken);
        await ActAsync(fixture, "load");
        foreach (var (id, label) in new[] { ("lesson", """{"confidence":0.01}"""), ("fact", """{"kind":"behavior"}""") })
        {
            await fixture.Engine.UpdateAsync(
                new Scope("w"),
                id,
                new MemoryPatch { Metadata = JsonElement.Parse(label) },
                TestContext.Current.CancellationToken);
        }

        await ActAsync(fixture, "dump");
        await ActAsync(fixture, "load");

        var memories = await fixture.AllAsync("w");
        memories.Single(memory => memory.Id == "lesson").State?.Experience?.Confidence.ShouldBe(0.9);
        memories.Single(memory => memory.Id == "fact").Kind.ShouldBe(MemoryKinds.Observation);
    }

    [Fact]
    public async Task A_library_brings_no_note_of_what_was_forgotten()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        Directory.CreateDirectory(fixture.Library);
        await File.WriteAllTextAsync(
            Path.Combine(fixture.Library, "w.jsonl"),
            """{"memory_type":"personal","content":"c","metadata":{"kind":"forgotten"}}""",
            TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<InvalidRequestException>(() => ActAsync(fixture, "load"))).Message.ShouldContain("forgotten");
    }

    [Theory]
    [InlineData("metadata", """{"note":"%"}""")]
    [InlineData("reflection_subject", "\"%\"")]
    [InlineData("tool_call_results", """[{"output":"%"}]""")]
    public async Task A_library_that_no_import_would_take_replaces_nothing(string member, string value)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        Directory.CreateDirectory(fixture.Library);
        await File.WriteAllTextAsync(
            Path.Combine(fixture.Library, "w.jsonl"),
            $$"""{"memory_id":"m1","content":"c","{{member}}":{{value.Replace("%", new string('x', 1_000_001), StringComparison.Ordinal)}}}""",
            TestContext.Current.CancellationToken);
        await fixture.RunAsync("summary_task_memory", """{"workspace_id":"w","trajectories":[{"messages":[{"content":"old"}]}]}""");

        await Should.ThrowAsync<InvalidRequestException>(() => ActAsync(fixture, "load"));

        (await fixture.AllAsync("w")).ShouldHaveSingleItem().Content.ShouldContain("old");
    }

    [Theory]
    [InlineData("explode", "", "action")]
    [InlineData("copy", "", "src_workspace_id")]
    [InlineData("delete_ids", "", "memory_ids")]
    [InlineData("load", "\"path\":\"/etc\",", "path")]
    [InlineData("dump", "\"path\":\"../../x\",", "path")]
    [InlineData("dump", "\"path\":\"\",", "path")]
    [InlineData("list", "\"workspace_id\":\"a/b\",", "workspace")]
    public async Task What_cannot_be_done_is_refused(string action, string fields, string field)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        (await Should.ThrowAsync<InvalidRequestException>(() => ActAsync(fixture, action, fields))).Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("appworld", 193)]
    [InlineData("bfcl_v3", 474)]
    public async Task Entries_are_found_by_two_thirds_of_their_words(string library, int count)
    {
        ReMeLibraries.SkipUnlessThere();
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync(
            "vector_store",
            $$"""{"workspace_id":"{{library}}","action":"load","path":{{System.Text.Json.JsonSerializer.Serialize(ReMeLibraries.Folder)}}}""");
        var memories = await fixture.AllAsync(library);
        memories.Count.ShouldBe(count);
        var found = 0;
        foreach (var memory in memories)
        {
            var words = memory.Trigger!.Split(' ').Where((_, i) => i % 3 != 2);
            var query = System.Text.Json.JsonSerializer.Serialize(string.Join(' ', words));
            var list = (
                await fixture.MetadataAsync("retrieve_task_memory_simple", $$"""{"workspace_id":"{{library}}","query":{{query}},"top_k":3}""")
            ).GetProperty("memory_list");
            found += list.EnumerateArray().Any(each => each.GetProperty("when_to_use").GetString() == memory.Trigger) ? 1 : 0;
        }

        (found / (double)count).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    private static async Task<string> ActAsync(FlowsFixture fixture, string action, string fields = "")
    {
        var where = (fields.Contains("workspace_id\":\"a/b", StringComparison.Ordinal) ? "" : "\"workspace_id\":\"w\",")
            + (fields.Contains("\"path\"", StringComparison.Ordinal) ? "" : $"\"path\":\"{fixture.Library}\",");
        return (await fixture.MetadataAsync("vector_store", $$"""{{{fields}}{{where}}"action":"{{action}}"}""")).GetProperty("action_result").GetRawText();
    }
}
