using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

[Needs(typeof(IMemoryHistory), typeof(IMemoryEditing), typeof(IMemoryErasure), typeof(IMemoryResources), typeof(IMemoryCategories), typeof(IMemoryJobs), typeof(IMemoryTransfer), typeof(IMemoryWorkspaces))]
public abstract class ChangeSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var id = await Remember("I live in Porto", user: "ana");
        var before = await Service.GetAsync(All, id, Cancelled);
        var patch = new MemoryPatch
        {
            Content = "I live in Lisbon",
            Trigger = "where does Ana live",
            Keywords = ["home", "city"],
            Metadata = Json("""{"n": 1.50, "list": [1, null, "é"], "deep": {"a.b": true}}"""),
            EventTime = new EventTimeDocument(At(1), At(2), TimePrecision.Day),
            ValidFrom = At(1),
            ValidTo = At(9),
            Score = 0.25,
            Reason = "she moved",
        };

        var changed = await Editing.UpdateAsync(Of("ana"), id, patch, Cancelled);

        var read = await Service.GetAsync(All, id, Cancelled);
        foreach (var memory in (Memory[])[changed, read])
        {
            memory.Content.ShouldBe("I live in Lisbon");
            memory.Trigger.ShouldBe("where does Ana live");
            memory.Keywords.ShouldBe(["home", "city"]);
            memory.Metadata!.Value.GetRawText().Replace(" ", string.Empty, StringComparison.Ordinal).ShouldContain("\"n\":1.50");
            memory.Metadata.Value.GetProperty("deep").GetProperty("a.b").GetBoolean().ShouldBeTrue();
            memory.EventTime.ShouldBe(new EventTime(new TimeInterval(At(1), At(2)), TimePrecision.Day));
            memory.ValidFrom.ShouldBe(At(1));
            memory.ValidTo.ShouldBe(At(9));
            memory.Score.ShouldBe(0.25);
            memory.Scope.ShouldBe(before.Scope);
            memory.Kind.ShouldBe(before.Kind);
            memory.RecordedAt.ShouldBe(before.RecordedAt);
            memory.Sources.ShouldBe(before.Sources);
        }

        (await Editing.UpdateAsync(All, id, new MemoryPatch { Score = 0.5 }, Cancelled)).Content.ShouldBe("I live in Lisbon");
        (await Find("Lisbon")).ShouldBe(["I live in Lisbon"]);
        var history = await History.GetHistoryAsync(All, id, Cancelled);
        history.Select(entry => entry.Operation).ShouldBe([HistoryOperation.Created, HistoryOperation.Updated, HistoryOperation.Updated]);
        history[1].Reason.ShouldBe("she moved");
        history[1].Before.ShouldNotBeNull().Content.ShouldBe("I live in Porto");
        history[1].After.ShouldNotBeNull().Content.ShouldBe("I live in Lisbon");
        history.Select(entry => entry.Sequence).ShouldBeInOrder();
    }

    [Fact]
    public async Task What_is_forgotten_is_gone_and_can_be_restored()
    {
        var id = await Remember("The key is under the mat");

        await Service.ForgetAsync(All, id, Cancelled);

        await ShouldNotFind(() => Service.GetAsync(All, id, Cancelled));
        await ShouldNotFind(() => Service.ForgetAsync(All, id, Cancelled));
        await ShouldNotFind(() => Editing.UpdateAsync(All, id, new MemoryPatch { Content = "x" }, Cancelled));
        (await List()).ShouldBeEmpty();
        (await Find("key mat")).ShouldBeEmpty();
        (await History.GetHistoryAsync(All, id, Cancelled)).Select(entry => entry.Operation).ShouldBe([HistoryOperation.Created, HistoryOperation.Deleted]);

        var restored = await History.RestoreAsync(All, id, null, Cancelled);
        restored.Content.ShouldBe("The key is under the mat");
        (await Find("key mat")).ShouldBe(["The key is under the mat"]);
        (await History.GetHistoryAsync(All, id, Cancelled)).Count.ShouldBe(3);
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

    [Fact]
    public async Task What_never_was_is_not_found()
    {
        await Remember("something");
        foreach (var id in (string[])["nothing", "../memories", "a/b", "%", "\"", "😀", ".", ".."])
        {
            await ShouldNotFind(() => Service.GetAsync(All, id, Cancelled));
            await ShouldNotFind(() => Editing.UpdateAsync(All, id, new MemoryPatch { Content = "x" }, Cancelled));
            await ShouldNotFind(() => Service.ForgetAsync(All, id, Cancelled));
            await ShouldNotFind(() => History.RestoreAsync(All, id, null, Cancelled));
            await ShouldNotFind(() => History.GetHistoryAsync(All, id, Cancelled));
            await ShouldNotFind(() => Erasing.EraseAsync(All, id, Cancelled));
            await ShouldNotFind(() => Resources.GetResourceAsync(All, id, Cancelled));
            await ShouldNotFind(() => Resources.ListMessagesAsync(id, new PageQuery { Scope = All }, Cancelled));
            await ShouldNotFind(() => Categories.GetCategoryAsync(All, id, Cancelled));
            await ShouldNotFind(() => Jobs.GetJobAsync(id, Cancelled));
            await ShouldNotFind(() => Jobs.RetryJobAsync(id, Cancelled));
            await ShouldNotFind(() => Jobs.CancelJobAsync(id, Cancelled));
        }

        await ShouldNotFind(() => Workspaces.DropWorkspaceAsync(Workspace + "x", Cancelled));
        await ShouldNotFind(() => Export(Workspace + "x"));
    }
}
