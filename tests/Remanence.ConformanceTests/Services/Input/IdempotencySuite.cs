using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services.Input;

public abstract class IdempotencySuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task The_same_key_and_messages_answer_the_same_and_store_once()
    {
        var request = new MemorizeRequest { Messages = [Said("heron"), Said("heron again")], UserId = "ana", IdempotencyKey = "key 1" };
        var first = await Memorize(request);
        var second = await Memorize(request);

        second.ResourceId.ShouldBe(first.ResourceId);
        second.Memories.Select(memory => memory.Id).ShouldBe(first.Memories.Select(memory => memory.Id));
        (await List()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_with_other_messages_is_a_conflict()
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron")], IdempotencyKey = "k" });

        await Should.ThrowAsync<ChangeSetConflictException>(() => Memorize(new MemorizeRequest { Messages = [Said("stork")], IdempotencyKey = "k" }));
        (await List()).ShouldHaveSingleItem().Content.ShouldBe("heron");

        // Another user's key is another key: neither hears of the other.
        await Memorize(new MemorizeRequest { Messages = [Said("stork")], UserId = "ana", IdempotencyKey = "k" });
        (await List()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Twenty_at_once_store_once()
    {
        var request = new MemorizeRequest { Messages = [Said("heron")], IdempotencyKey = "k" };

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Memorize(request)));

        results.Select(result => result.Memories.ShouldHaveSingleItem().Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await List()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_of_two_workspaces_and_of_two_operations_do_not_meet()
    {
        var other = NewWorkspace();
        await Memorize(new MemorizeRequest { Messages = [Said("heron")], IdempotencyKey = "k" });
        await Service.MemorizeAsync(other, new MemorizeRequest { Messages = [Said("stork")], IdempotencyKey = "k" }, Cancelled);
        await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "crane", IdempotencyKey = "k" }, Cancelled);

        (await List()).Count.ShouldBe(2);
        (await List(new Remanence.Memories.Scope(other))).ShouldHaveSingleItem().Content.ShouldBe("stork");
    }
}
