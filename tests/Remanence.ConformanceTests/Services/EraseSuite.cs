using Remanence.Services;
using Remanence.Stores;
using Remanence.Transfer;

namespace Remanence.ConformanceTests.Services;

/// <summary>Erasure beyond recovery: of histories, resources and exports too.</summary>
[Needs(typeof(IMemoryErasure), typeof(IMemoryHistory), typeof(IMemoryResources), typeof(IMemoryTransfer))]
public abstract class EraseSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Erasing_a_person_takes_all_of_theirs_and_nothing_else()
    {
        var theirs = await Memorize(new MemorizeRequest { Messages = [Said("heron one"), Said("heron two")], UserId = "ana", SessionId = "s" });
        await Service.ForgetAsync(All, theirs.Memories[0].Id, Cancelled);
        await Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "heron document", UserId = "ana" }, Cancelled);
        await Memorize("heron of bob", user: "bob");
        await Memorize("heron of all");

        var erased = await Erasing.EraseAsync(Of("ana"), Cancelled);

        erased.Memories.ShouldBe(2);
        erased.Resources.ShouldBe(2);
        erased.Messages.ShouldBe(2);
        erased.History.ShouldBeGreaterThanOrEqualTo(4);
        (await Find("heron")).ShouldBe(["heron of bob", "heron of all"], ignoreOrder: true);
        await ShouldNotFind(() => History.GetHistoryAsync(All, theirs.Memories[0].Id, Cancelled));
        await ShouldNotFind(() => History.RestoreAsync(All, theirs.Memories[0].Id, null, Cancelled));
        await ShouldNotFind(() => Resources.GetResourceAsync(All, theirs.ResourceId, Cancelled));
        (await Export(Workspace)).Select(record => record.ToString()).ShouldNotContain(line => line.Contains("heron one", StringComparison.Ordinal));
        (await Erasing.EraseAsync(Of("ana"), Cancelled)).ShouldBe(new Erasure());
        await Erasing.FinishErasuresAsync(Cancelled);
    }

    [Fact]
    public async Task One_memory_can_be_erased_beyond_recovery()
    {
        var result = await Memorize(new MemorizeRequest { Messages = [Said("heron one"), Said("heron two")], UserId = "ana" });

        var erased = await Erasing.EraseAsync(Of("ana"), result.Memories[0].Id, Cancelled);

        erased.Memories.ShouldBe(1);
        erased.History.ShouldBeGreaterThanOrEqualTo(1);
        await ShouldNotFind(() => History.GetHistoryAsync(All, result.Memories[0].Id, Cancelled));
        await ShouldNotFind(() => History.RestoreAsync(All, result.Memories[0].Id, null, Cancelled));
        (await Find("heron")).ShouldBe(["heron two"]);
        (await Resources.GetResourceAsync(All, result.ResourceId, Cancelled)).Id.ShouldBe(result.ResourceId);
    }

    [Fact]
    public async Task A_forgotten_memory_can_be_erased()
    {
        var id = await Remember("heron");
        await Service.ForgetAsync(All, id, Cancelled);

        (await Erasing.EraseAsync(All, id, Cancelled)).History.ShouldBeGreaterThanOrEqualTo(2);

        await ShouldNotFind(() => History.GetHistoryAsync(All, id, Cancelled));
    }
}
