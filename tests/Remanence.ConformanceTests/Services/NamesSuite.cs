using Remanence.Memories;
using Remanence.Services;

namespace Remanence.ConformanceTests.Services;

/// <summary>Names and ids that are unusual and allowed: each is data, and each is another.</summary>
[Needs(typeof(IMemoryHistory), typeof(IMemoryEditing), typeof(IMemoryErasure), typeof(IMemoryTransfer), typeof(IMemoryWorkspaces))]
public abstract class NamesSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Theory]
    [MemberData(nameof(UnusualNames.Ids), MemberType = typeof(UnusualNames))]
    public async Task A_user_may_be_called_so(string user)
    {
        var id = await Remember("heron", user);
        await Remember("heron of another", user == "another" ? "yet another" : "another");

        (await Service.GetAsync(Of(user), id, Cancelled)).Scope.User.ShouldBe(user);
        (await Find("heron", user)).ShouldBe(["heron"]);
        (await List(Of(user))).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Erasing.EraseAsync(Of(user), Cancelled)).Memories.ShouldBe(1);
        (await Find("heron")).ShouldBe(["heron of another"]);
    }

    [Theory]
    [MemberData(nameof(UnusualNames.Ids), MemberType = typeof(UnusualNames))]
    public async Task A_memory_and_a_message_may_be_called_so(string id)
    {
        var said = await Memorize(new MemorizeRequest { Messages = [Said("heron", id: id)] });
        said.Memories.ShouldHaveSingleItem().Sources.ShouldNotBeNull()[0].MessageId.ShouldBe(id);
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

    [Theory]
    [MemberData(nameof(UnusualNames.Workspaces), MemberType = typeof(UnusualNames))]
    public async Task A_workspace_may_be_called_so(string name)
    {
        await Service.MemorizeAsync(name, new MemorizeRequest { Messages = [Said($"heron of {name}")] }, Cancelled);

        (await Service.ListAsync(new Remanence.Stores.MemoryQuery { Scope = new Scope(name) }, Cancelled)).Items.ShouldHaveSingleItem().Content.ShouldBe($"heron of {name}");
        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldContain(workspace => workspace.Name == name);
        (await Workspaces.DropWorkspaceAsync(name, Cancelled)).Memories.ShouldBe(1);
    }
}
