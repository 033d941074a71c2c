using System.Text.Json;
using Remanence.Json;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.Tests.TaskMemory;

/// <summary>Trajectories as agents really send them.</summary>
public sealed class TrajectoryReaderTests
{
    [Fact]
    public void Reads_what_ReMes_clients_send()
    {
        var trajectory = Single("""
            [{"task_id": "t1", "score": 1.0, "extra": 3, "metadata": {"query": "book a table", "segments": [[{"role":"user","content":"a"}],[{"role":"assistant","content":"b"}]]},
              "messages": [
                {"role": "user", "content": "book a table", "time_created": "2025-09-10 09:00:00", "unknown": {}},
                {"role": "assistant", "content": null, "reasoning_content": "hm", "tool_calls": [
                   {"id": "c1", "type": "function", "function": {"name": "find", "arguments": "{\"town\": \"Rome\"}"}},
                   {"id": "c2", "name": "list", "arguments": {"page": 1, "all": true}}]},
                {"role": "tool", "tool_call_id": "c1", "content": "two places"},
                {"role": "critic", "content": "well done"}]}]
            """);
        trajectory.TaskId.ShouldBe("t1");
        trajectory.Score.ShouldBe(1);
        trajectory.Request.ShouldBe("book a table");
        trajectory.Segments!.Count.ShouldBe(2);
        trajectory.Messages[0].Time.ShouldBe(new DateTimeOffset(2025, 9, 10, 9, 0, 0, TimeSpan.Zero));
        trajectory.Messages[1].Content.ShouldBe("");
        trajectory.Messages[1].Reasoning.ShouldBe("hm");
        trajectory.Messages[1].ToolCalls.ShouldBe(
        [
            new ToolCall { Id = "c1", Name = "find", Arguments = """{"town": "Rome"}""" },
            new ToolCall { Id = "c2", Name = "list", Arguments = """{"page": 1, "all": true}""" },
        ]);
        trajectory.Messages[2].ToolCallId.ShouldBe("c1");
        trajectory.Messages[3].Role.ShouldBe("critic");
    }

    [Theory]
    [InlineData("null", "")]
    [InlineData("\"a\\u0000b\"", "ab")]
    [InlineData("""[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"x"}},"here"]""", "see\n[image_url]\nhere")]
    [InlineData("""{"type":"text","text":"one part"}""", "one part")]
    [InlineData("42", "42")]
    [InlineData("[]", "")]
    public void A_content_may_be_many_things(string content, string text) =>
        Single($$"""[{"messages":[{"role":"user","content":{{content}}}]}]""").Messages[0].Content.ShouldBe(text);

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("\"0.5\"", 0.5)]
    [InlineData("true", 1.0)]
    [InlineData("null", null)]
    [InlineData("NaN", null)]
    [InlineData("-Infinity", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("1e999", null)]
    public void A_score_may_be_many_things(string score, double? value) =>
        Single($$"""[{"score":{{score}},"messages":[]}]""").Score.ShouldBe(value);

    [Theory]
    [InlineData("null", "trajectories")]
    [InlineData("{}", "trajectories")]
    [InlineData("[3]", "trajectories[0]")]
    [InlineData("""[{},{"messages":{}}]""", "trajectories[1].messages")]
    [InlineData("""[{"messages":["hello"]}]""", "trajectories[0].messages[0]")]
    [InlineData("""[{},{},{"messages":[{"role":7}]}]""", "trajectories[2].messages[0].role")]
    [InlineData("""[{"score":"good"}]""", "trajectories[0].score")]
    [InlineData("""[{"metadata":[]}]""", "trajectories[0].metadata")]
    [InlineData("""[{"messages":[{"tool_calls":[1]}]}]""", "trajectories[0].messages[0].tool_calls[0]")]
    [InlineData("""[{"messages":[{"content":"\ud800"}]}]""", "trajectories[0].messages[0].content")]
    [InlineData("""[{"messages":[{"content":[{"text":"\udc00"}]}]}]""", "trajectories[0].messages[0].content[0].text")]
    public void What_has_no_meaning_is_refused_with_its_place(string json, string place)
    {
        var refused = Should.Throw<InvalidRequestException>(() => TrajectoryReader.Read(LenientJson.Parse(json)));
        refused.Field.ShouldBe(place);
        refused.Message.ShouldStartWith(place + " ");
        refused.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Nothing_need_be_given()
    {
        TrajectoryReader.Read(LenientJson.Parse("[]")).ShouldBeEmpty();
        var empty = Single("[{}]");
        empty.Messages.ShouldBeEmpty();
        empty.Request.ShouldBe("");
        Single("""[{"messages":[{}]}]""").Messages[0].Role.ShouldBe("user");
    }

    [Fact]
    public void Long_runs_are_read()
    {
        var messages = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""{"role":"assistant","content":"step {{i}}"}"""));
        Single($$"""[{"messages":[{{messages}}]}]""").Messages.Count.ShouldBe(10_000);
    }

    [Fact]
    public void Words_of_Python_are_understood_outside_strings_only()
    {
        LenientJson.Parse("""{"a":NaN,"b":[Infinity,-Infinity],"c":"say \"NaN, Infinity"}""").GetRawText()
            .ShouldBe("""{"a":"NaN","b":["Infinity","-Infinity"],"c":"say \"NaN, Infinity"}""");
        Should.Throw<JsonException>(() => LenientJson.Parse("{nan}"));
    }

    private static Trajectory Single(string json) => TrajectoryReader.Read(LenientJson.Parse(json)).ShouldHaveSingleItem();
}
