using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Search;
using Remanence.Services;

namespace Remanence.ConformanceTests.Search;

/// <summary>That a source shows what the store holds, and nothing that it does not hold any more.</summary>
public abstract class SourceFeedSuite<TFixture> : CandidateSourceSuite<TFixture>
    where TFixture : CandidateSourceFixture, new()
{
    private static readonly Scope All = new("ws");

    [Fact]
    public async Task What_is_forgotten_is_gone()
    {
        var id = await SayAsync("The code is kestrel.");
        (await FindAsync("kestrel")).ShouldBe([id]);
        await Service.ForgetAsync(All, id, Token);
        (await FindAsync("kestrel")).ShouldBeEmpty();
        (await NamedAsync("kestrel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_memory_is_found_by_its_new_words_only()
    {
        var id = await SayAsync("The code is kestrel.");
        await FindAsync("kestrel");
        await Service.Require<IMemoryEditing>().UpdateAsync(All, id, new MemoryPatch { Content = "The code is osprey." }, Token);
        (await FindAsync("osprey")).ShouldBe([id]);
        (await NamedAsync("kestrel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erased_persons_words_are_gone_at_once()
    {
        await SayAsync("My code is kestrel.", "ann");
        var bob = await SayAsync("My code is osprey.", "bob");
        (await FindAsync("code")).Count.ShouldBe(2);
        await Service.Require<IMemoryErasure>().EraseAsync(new Scope("ws", "ann"), Token);
        (await NamedAsync("kestrel")).ShouldBeEmpty();
        (await FindAsync("code")).ShouldBe([bob]);
    }

    [Fact]
    public async Task What_another_process_erased_is_gone_with_the_next_search()
    {
        await SayAsync("My code is kestrel.", "ann");
        var bob = await SayAsync("My code is osprey.", "bob");
        await FindAsync("code");
        await Fixture.Store.EraseAsync(new Scope("ws", "ann"), Token);
        (await FindAsync("code")).ShouldBe([bob]);
        (await NamedAsync("kestrel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workspace_dropped_and_created_again_shows_nothing_of_the_old_one()
    {
        await SayAsync("The code is kestrel.");
        await FindAsync("code");
        await Service.Require<IMemoryWorkspaces>().DropWorkspaceAsync("ws", Token);
        (await NamedAsync("kestrel")).ShouldBeEmpty();
        (await FindAsync("code")).ShouldBeEmpty();
        var fresh = await SayAsync("The code is osprey.");
        (await FindAsync("code")).ShouldBe([fresh]);
        (await NamedAsync("kestrel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dropped_and_created_again_elsewhere_it_is_told_anew()
    {
        await WriteElsewhereAsync(Sample.Memory("a", content: "The code is kestrel."), Sample.Memory("b", content: "The code is heron."));
        await FindAsync("code");
        await Fixture.Store.DropWorkspaceAsync("ws", Token);
        await WriteElsewhereAsync(Sample.Memory("c", content: "The code is osprey."));
        (await FindAsync("code")).ShouldBe(["c"]);
        (await NamedAsync("kestrel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_written_elsewhere_is_found_in_the_next_search()
    {
        await SayAsync("The code is kestrel.");
        await FindAsync("code");
        await WriteElsewhereAsync(Sample.Memory("a", content: "The code is osprey."));
        (await FindAsync("osprey"))[0].ShouldBe("a");
        await Fixture.Store.CommitAsync(Sample.Changes(deletions: ["a"]), Token);
        (await FindAsync("osprey")).ShouldNotContain("a");
        (await NamedAsync("osprey")).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_from_where_it_was()
    {
        var first = await SayAsync("The code is kestrel.");
        await FindAsync("code");
        await WriteElsewhereAsync(Sample.Memory("a", content: "The code is osprey."));
        await RestartAsync();
        (await FindAsync("code")).ShouldBe([first, "a"], ignoreOrder: true);
        await RestartAsync();
        (await FindAsync("code")).ShouldBe([first, "a"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_batch_told_twice_is_as_good_as_once()
    {
        if (Fixture.Source is not { } source)
        {
            return;
        }

        var batch = new SourceChanges { Workspace = "raw", Removals = ["gone"], Upserts = [Document("a", "kestrel"), Document("b", "osprey")] };
        await source.ApplyAsync(batch, Token);
        (await source.GetPositionAsync("raw", Token)).ShouldBeNull();
        await source.ApplyAsync(batch with { Position = "1 ' \" \\ 茶" }, Token);
        await source.ApplyAsync(new SourceChanges { Workspace = "raw", Removals = ["b"] }, Token);
        await source.ApplyAsync(new SourceChanges { Workspace = "raw", Removals = ["b"] }, Token);
        (await source.GetPositionAsync("raw", Token)).ShouldBe("1 ' \" \\ 茶");
        (await NamedAsync("kestrel", "raw")).ShouldBe(["a"]);
        (await NamedAsync("osprey", "raw")).ShouldBeEmpty();
        await source.DropAsync("raw", Token);
        await source.DropAsync("raw", Token);
        (await source.GetPositionAsync("raw", Token)).ShouldBeNull();
        (await NamedAsync("kestrel", "raw")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_batch_leaves_the_position()
    {
        if (Fixture.Source is not { } source)
        {
            return;
        }

        await source.ApplyAsync(new SourceChanges { Workspace = "raw", Position = "1" }, Token);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(
            () => source.ApplyAsync(new SourceChanges { Workspace = "raw", Upserts = [Document("a", "kestrel")], Position = "2" }, stop.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => source.GetPositionAsync("raw", stop.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => source.DropAsync("raw", stop.Token));
        (await source.GetPositionAsync("raw", Token)).ShouldBe("1");
    }

    private static SourceDocument Document(string id, string text) => new()
    {
        Memory = Sample.Memory(id, new Scope("raw"), text),
        Text = text,
        Terms = [new WeightedTerm(text, 1)],
        Vectors = [],
    };
}
