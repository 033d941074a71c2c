using Remanence.Services;
using Remanence.Transfer;

namespace Remanence.ConformanceTests.Services.Input;

/// <summary>A memory of any name, through all that can be done with it.</summary>
[Needs(typeof(IMemoryEditing), typeof(IMemoryHistory), typeof(IMemoryErasure), typeof(IMemoryTransfer))]
public abstract class WholeNamesSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Theory]
    [MemberData(nameof(UnusualNames.Ids), MemberType = typeof(UnusualNames))]
    public async Task A_memory_may_be_called_so(string id)
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron", id: id)] });
        var records = await Export(Workspace);
        var memory = records.First(record => record.Memory is not null).Memory! with { Id = id, Content = "stork" };
        await Import(Workspace, [records[0], new ExportRecord { Memory = memory }]);

        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe("stork");
        (await Editing.UpdateAsync(All, id, new MemoryPatch { Content = "crane" }, Cancelled)).Id.ShouldBe(id);
        (await History.GetHistoryAsync(All, id, Cancelled)).ShouldNotBeEmpty();
        await Service.ForgetAsync(All, id, Cancelled);
        (await History.RestoreAsync(All, id, null, Cancelled)).Content.ShouldBe("crane");
        (await Erasing.EraseAsync(All, id, Cancelled)).Memories.ShouldBe(1);
        (await List()).ShouldHaveSingleItem().Content.ShouldBe("heron");
    }
}
