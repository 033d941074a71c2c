using Remanence.Services;

namespace Remanence.Tests.TaskMemory;

/// <summary>The flow <c>react</c> where no chat model is configured.</summary>
public sealed class ReactWithoutModelTests
{
    [Fact]
    public async Task Memory_answers_and_says_that_it_does()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync(
            "summary_task_memory",
            """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"book a train to Porto"},{"role":"assistant","content":"took the morning train"}]}]}""");

        var answer = await fixture.RunAsync("react", """{"workspace_id":"w","query":"How do I book a train?"}""");

        answer.Success.ShouldBeTrue();
        answer.Metadata["mode"]!.GetValue<string>().ShouldBe(Modes.Verbatim);
        answer.Answer.ShouldStartWith("No chat model is configured. This is what memory holds");
        answer.Answer.ShouldContain("book a train to Porto");
        answer.Metadata["memory_list"]!.AsArray().ShouldHaveSingleItem();
        answer.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("anything?", "nothing is remembered")]
    [InlineData("有什么吗？", "没有与此有关的内容")]
    public async Task An_empty_memory_says_so(string query, string expected)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var answer = await fixture.RunAsync("react", $$"""{"workspace_id":"w","query":"{{query}}"}""");
        (answer.Success, answer.Answer.Contains(expected, StringComparison.Ordinal)).ShouldBe((true, true), answer.Answer);
    }

    [Theory]
    [InlineData("""{"query":"anything?"}""")]
    [InlineData("""{"query":"anything?","workspace_id":""}""")]
    [InlineData("""{"query":"anything?","workspace_id":null}""")]
    public async Task Without_a_workspace_there_is_nothing_to_look_into(string call)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var answer = await fixture.RunAsync("react", call);
        answer.Success.ShouldBeFalse();
        answer.Answer.ShouldStartWith("No chat model is configured and no workspace_id is given");
        answer.Answer.ShouldNotContain("\n");
    }
}
