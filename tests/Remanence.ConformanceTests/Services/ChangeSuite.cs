using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores.Filters;
using Remanence.Stores.History;

namespace Remanence.ConformanceTests.Services;

/// <summary>Changes by hand as the history tells them.</summary>
[Needs(typeof(IMemoryHistory), typeof(IMemoryEditing))]
public abstract class ChangeSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Each_change_is_told_with_its_reason()
    {
        var id = await Remember("I live in Porto", user: "ana");

        await Editing.UpdateAsync(All, id, new MemoryPatch { Content = "I live in Lisbon", Reason = "she moved" }, Cancelled);
        await Editing.UpdateAsync(All, id, new MemoryPatch { Score = 0.5 }, Cancelled);

        var history = await History.GetHistoryAsync(All, id, Cancelled);
        history.Select(entry => entry.Operation).ShouldBe([HistoryOperation.Created, HistoryOperation.Updated, HistoryOperation.Updated]);
        history[1].Reason.ShouldBe("she moved");
        history[1].Before.ShouldNotBeNull().Content.ShouldBe("I live in Porto");
        history[1].After.ShouldNotBeNull().Content.ShouldBe("I live in Lisbon");
        history.Select(entry => entry.Sequence).ShouldBeInOrder();
    }

    [Fact]
    public async Task What_is_refused_leaves_no_trace()
    {
        var id = await Remember("heron");

        await ShouldRefuse(() => Editing.UpdateAsync(All, id, new MemoryPatch { Content = " " }, Cancelled), "content");
        await Service.ForgetAsync(All, id, Cancelled);
        await ShouldNotFind(() => Editing.UpdateAsync(All, id, new MemoryPatch { Content = "x" }, Cancelled));

        (await History.GetHistoryAsync(All, id, Cancelled)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_restore_undoes_the_last_change_or_goes_back_to_a_commit()
    {
        var id = await Remember("first");
        await Editing.UpdateAsync(All, id, new MemoryPatch { Content = "second" }, Cancelled);
        await Editing.UpdateAsync(All, id, new MemoryPatch { Content = "third" }, Cancelled);

        (await History.RestoreAsync(All, id, null, Cancelled)).Content.ShouldBe("second");
        var history = await History.GetHistoryAsync(All, id, Cancelled);
        (await History.RestoreAsync(All, id, history[0].Sequence, Cancelled)).Content.ShouldBe("first");
        (await History.GetHistoryAsync(All, id, Cancelled))[^1].Operation.ShouldBe(HistoryOperation.Restored);
    }

    [Fact]
    public async Task An_expired_memory_is_not_searched_and_becomes_active_again()
    {
        var id = await Remember("The password hint is heron");
        await Editing.UpdateAsync(All, id, new MemoryPatch { Status = MemoryStatus.Expired }, Cancelled);

        (await Find("heron")).ShouldBeEmpty();
        (await List(filter: new MemoryFilter.Status([MemoryStatus.Expired]))).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await History.RestoreAsync(All, id, null, Cancelled)).Status.ShouldBe(MemoryStatus.Active);
        (await Find("heron")).Count.ShouldBe(1);
    }
}
