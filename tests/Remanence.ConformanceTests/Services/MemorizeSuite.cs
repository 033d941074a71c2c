using Remanence.Memories;
using Remanence.Services;

namespace Remanence.ConformanceTests.Services;

public abstract class MemorizeSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Each_message_becomes_one_memory_with_its_own_id_as_source()
    {
        var result = await Memorize(new MemorizeRequest
        {
            Messages =
            [
                Said("I moved to Lisbon", id: "m1", time: At(1), name: "Ana"),
                Said("How do you like it?", "assistant", "m2", At(2)),
            ],
            UserId = "ana",
            AgentId = "helper",
            SessionId = "s1",
            Infer = false,
        });

        result.Mode.ShouldBe(Modes.Verbatim);
        result.JobId.ShouldBeNull();
        result.Memories.Select(memory => memory.Content).ShouldBe(["I moved to Lisbon", "How do you like it?"]);
        var first = await Service.GetAsync(All, result.Memories[0].Id, Cancelled);
        first.Kind.ShouldBe(MemoryKinds.Message);
        first.Author.ShouldBe(Memory.Verbatim);
        first.Role.ShouldBe("user");
        first.Name.ShouldBe("Ana");
        first.ObservedAt.ShouldBe(At(1));
        first.Status.ShouldBe(MemoryStatus.Active);
        first.Scope.ShouldBe(Of("ana", "helper", "s1"));
        var source = first.Sources.ShouldHaveSingleItem();
        source.MessageId.ShouldBe("m1");
        source.ResourceId.ShouldBe(result.ResourceId);
    }

    [Fact]
    public async Task What_was_memorized_is_found_at_once()
    {
        await Memorize("My allergy is peanuts");

        (await Find("which allergy")).ShouldBe(["My allergy is peanuts"]);
    }

    [Fact]
    public async Task The_same_message_again_is_the_same_memory()
    {
        var message = Said("I play the cello", id: "m1", time: At(3));
        var first = await Memorize(new MemorizeRequest { Messages = [message] });
        var second = await Memorize(new MemorizeRequest { Messages = [message] });

        second.Memories.ShouldHaveSingleItem().Id.ShouldBe(first.Memories[0].Id);
        (await List()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_words_without_an_id_are_said_twice()
    {
        await Memorize("Good morning");
        await Memorize("Good morning");

        (await List()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("😀 emoji, 中文, עברית, ﷽, e\u0301")]
    [InlineData("quotes \" ' ` \\ and {\"json\": true} and <b>html</b> & %2F")]
    [InlineData("'; DROP TABLE memories; --")]
    [InlineData("bidi \u202E override \u2066 isolate \u200F mark")]
    [InlineData("control \u0001 \u001B[31m \u007F tab\tline\nreturn\r\n")]
    [InlineData("  spaces around  ")]
    [InlineData("\uFEFF starts like a file")]
    public async Task Text_is_kept_as_it_is(string content)
    {
        var id = await Remember(content);

        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe(content);
        (await List()).ShouldHaveSingleItem().Content.ShouldBe(content);
    }

    [Fact]
    public async Task A_long_message_is_kept_whole()
    {
        var content = string.Concat(Enumerable.Range(0, ServiceLimits.MaxMessageLength / 10).Select(i => $"{i,9} "));

        var id = await Remember(content);

        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe(content);
    }

    [Fact]
    public async Task A_call_cancelled_before_it_begins_stores_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Service.MemorizeAsync(Workspace, new MemorizeRequest { Messages = [Said("never")] }, cancelled.Token));

        (await List()).ShouldBeEmpty();
    }
}
