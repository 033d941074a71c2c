using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores.History;

namespace Remanence.ConformanceTests.Services;

/// <summary>What became of a memory, and the way back.</summary>
[Needs(typeof(IMemoryHistory))]
public abstract class HistorySuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task What_is_forgotten_can_be_restored_and_tells_its_history()
    {
        var id = await Remember("The key is under the mat");

        await Service.ForgetAsync(All, id, Cancelled);

        var history = await History.GetHistoryAsync(All, id, Cancelled);
        history.Select(entry => entry.Operation).ShouldBe([HistoryOperation.Created, HistoryOperation.Deleted]);
        history.Select(entry => entry.Sequence).ShouldBeInOrder();
        history[0].After.ShouldNotBeNull().Content.ShouldBe("The key is under the mat");
        history[1].Before.ShouldNotBeNull().Content.ShouldBe("The key is under the mat");
        var restored = await History.RestoreAsync(All, id, null, Cancelled);
        restored.Content.ShouldBe("The key is under the mat");
        (await Find("key mat")).ShouldBe(["The key is under the mat"]);
        (await History.GetHistoryAsync(All, id, Cancelled)).Select(entry => entry.Operation)
            .ShouldBe([HistoryOperation.Created, HistoryOperation.Deleted, HistoryOperation.Restored]);
    }

    [Fact]
    public async Task A_statement_has_a_history_too()
    {
        var added = await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "heron", UserId = "ana" }, Cancelled);

        (await History.GetHistoryAsync(Of("ana"), added.Id, Cancelled)).ShouldHaveSingleItem().After!.Content.ShouldBe("heron");
    }

    [Fact]
    public async Task A_forgotten_memory_stays_with_its_owner()
    {
        var id = await Remember("heron of a", user: "a");
        await Service.ForgetAsync(Of("a"), id, Cancelled);

        foreach (var scope in (Scope[])[Of("b"), new Scope(Workspace + "x", "a")])
        {
            await ShouldNotFind(() => History.GetHistoryAsync(scope, id, Cancelled));
            await ShouldNotFind(() => History.RestoreAsync(scope, id, null, Cancelled));
        }

        (await History.RestoreAsync(Of("a"), id, null, Cancelled)).Content.ShouldBe("heron of a");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_or_not_found()
    {
        await Remember("something");

        await ShouldNotFindIds(id => History.GetHistoryAsync(All, id, Cancelled), id => History.RestoreAsync(All, id, null, Cancelled));
        await ShouldRefuseWorkspaces(scope => History.GetHistoryAsync(scope, "id", Cancelled), scope => History.RestoreAsync(scope, "id", null, Cancelled));
    }
}
