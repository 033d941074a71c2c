using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.Engine;

/// <summary>Indexes come and go; what can be found is what the store holds.</summary>
public sealed class IndexLifeTests
{
    [Fact]
    public async Task An_index_built_from_the_store_answers_as_the_one_kept_in_step()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync([.. Enumerable.Range(0, 300).Select(i => Said($"entry {i} about {Topic(i)}", i % 2 == 0 ? "Ann" : "Bob"))]);
        var items = (await fixture.Engine.ListAsync(new MemoryQuery { Scope = new Scope(Workspace), Limit = 300 })).Items;
        await fixture.Engine.UpdateAsync(new Scope(Workspace), items[10].Id, new MemoryPatch { Content = "a zebra crossed the road" });
        await fixture.Engine.ForgetAsync(new Scope(Workspace), items[20].Id);

        await using var rebuilt = await CreateAsync(store: fixture.Store);
        foreach (var query in new[] { "zebra", "boats", "What did Ann say about trains?", "entry 20" })
        {
            var kept = await fixture.AskAsync(query, request => request with { TopK = 30 });
            var fresh = await rebuilt.AskAsync(query, request => request with { TopK = 30 });
            fresh
                .Select(result => (result.Memory.Id, Math.Round(result.Score, 4)))
                .ShouldBe(kept.Select(result => (result.Memory.Id, Math.Round(result.Score, 4))));
        }
    }

    [Fact]
    public async Task Every_acknowledged_write_is_found_while_others_write()
    {
        await using var fixture = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                var word = $"unique{writer}x{i}";
                await fixture.SayInAsync(null, Said($"the word is {word}"));
                (await fixture.AskAsync(word))[0].Memory.Content.ShouldEndWith(word);
            }
        })));
    }

    [Fact]
    public async Task What_was_forgotten_is_not_found_and_comes_back_when_restored()
    {
        await using var fixture = await CreateAsync();
        var id = (await fixture.SayAsync(Said("the safe code is 4711"))).Memories[0].Id;
        await fixture.Engine.ForgetAsync(new Scope(Workspace), id);
        (await fixture.AskAsync("safe code")).ShouldBeEmpty();
        await fixture.Engine.RestoreAsync(new Scope(Workspace), id);
        (await fixture.AskAsync("safe code")).ShouldHaveSingleItem().Memory.Id.ShouldBe(id);
    }

    [Fact]
    public async Task What_was_erased_is_gone_from_the_index_too()
    {
        await using var fixture = await CreateAsync();
        await fixture.Engine.MemorizeAsync(Workspace, new MemorizeRequest { UserId = "u", Messages = [Said("secret of u")] });
        await fixture.Engine.MemorizeAsync(Workspace, new MemorizeRequest { UserId = "v", Messages = [Said("secret of v")] });
        (await fixture.Engine.EraseAsync(new Scope(Workspace, "u"))).Memories.ShouldBe(1);
        (await fixture.AskAsync("secret")).ShouldHaveSingleItem().Memory.Content.ShouldBe("secret of v");
        await fixture.Engine.DropWorkspaceAsync(Workspace);
        (await fixture.AskAsync("secret")).ShouldBeEmpty();
        await fixture.SayAsync(Said("a new secret"));
        (await fixture.AskAsync("secret")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_cancelled_search_leaves_the_index_usable()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync(Said("still here"));
        await using var other = await CreateAsync(store: fixture.Store);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            other.Engine.RetrieveAsync(Workspace, new RetrieveRequest { Query = "here" }, cancelled.Token));
        (await other.AskAsync("here")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_a_user_may_not_see_does_not_move_what_they_see()
    {
        await using var fixture = await CreateAsync();
        var messages = Enumerable.Range(0, 40).Select(i => Said($"tea with {Topic(i)} number {i}", i % 2 == 0 ? "Ann" : "Bob"));
        await fixture.Engine.MemorizeAsync(Workspace, new MemorizeRequest { UserId = "u", Messages = [.. messages] });
        var alone = await fixture.AskAsync("Did Carol like the lemon tea?", request => request with { UserId = "u" });

        // A perfect match, and a name, but somebody else's.
        await fixture.Engine.MemorizeAsync(Workspace, new MemorizeRequest { UserId = "v", Messages = [Said("Did Carol like the lemon tea?", "Carol")] });
        var beside = await fixture.AskAsync("Did Carol like the lemon tea?", request => request with { UserId = "u" });
        beside.Select(result => (result.Memory.Id, result.Score)).ShouldBe(alone.Select(result => (result.Memory.Id, result.Score)));
    }

    [Fact]
    public async Task A_user_sees_their_own_and_the_shared_with_their_own_statistics()
    {
        await using var fixture = await CreateAsync();
        await fixture.Engine.MemorizeAsync(Workspace, new MemorizeRequest { UserId = "u", Messages = [Said("tea with lemon")] });
        await fixture.Engine.MemorizeAsync(Workspace, new MemorizeRequest { Messages = [Said("tea is served at four")] });
        var alone = await fixture.AskAsync("tea lemon", request => request with { UserId = "u" });
        alone.Count.ShouldBe(2);

        // Another user's many words about tea must not make the word cheaper for this one.
        await fixture.Engine.MemorizeAsync(
            Workspace,
            new MemorizeRequest { UserId = "v", Messages = [.. Enumerable.Range(0, 50).Select(i => Said($"tea tea tea {i}"))] });
        var beside = await fixture.AskAsync("tea lemon", request => request with { UserId = "u" });
        beside
            .Select(result => (result.Memory.Id, Math.Round(result.Score, 5)))
            .ShouldBe(alone.Select(result => (result.Memory.Id, Math.Round(result.Score, 5))));
    }

    private static string Topic(int i) => (i % 4) switch { 0 => "boats", 1 => "trains", 2 => "gardens", _ => "music" };
}
