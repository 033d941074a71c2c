using Remanence.ConformanceTests.Services.Input;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

/// <summary>The workspaces that there are.</summary>
[Needs(typeof(IMemoryWorkspaces))]
public abstract class WorkspaceSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Workspaces_are_listed_by_name_with_their_size()
    {
        await Memorize("one");
        await Memorize("two");

        var workspaces = await Workspaces.ListWorkspacesAsync(Cancelled);

        workspaces.Select(workspace => workspace.Name).ShouldBe(workspaces.Select(workspace => workspace.Name).Order(StringComparer.Ordinal));
        var mine = workspaces.Single(workspace => workspace.Name == Workspace);
        mine.Memories.ShouldBe(2);

        // Where it begins is the store's affair; a commit is one further.
        await Memorize("three");
        (await Workspaces.ListWorkspacesAsync(Cancelled)).Single(workspace => workspace.Name == Workspace).Sequence.ShouldBe(mine.Sequence + 1);
    }

    [Fact]
    public async Task A_dropped_workspace_is_gone()
    {
        await Memorize("heron", user: "ana");

        (await Workspaces.DropWorkspaceAsync(Workspace, Cancelled)).Memories.ShouldBe(1);

        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldNotContain(workspace => workspace.Name == Workspace);
        (await Find("heron")).ShouldBeEmpty();
        (await List()).ShouldBeEmpty();
        await ShouldNotFind(() => Workspaces.DropWorkspaceAsync(Workspace, Cancelled));
        await Memorize("heron again");
        (await Find("heron")).ShouldBe(["heron again"]);
    }

    [Fact]
    public async Task Asking_and_bad_requests_make_no_workspace()
    {
        await Find("anything");
        await List();
        await ShouldRefuse(() => Memorize(new MemorizeRequest { Messages = [Said(" ")] }), "messages[0].content");
        await ShouldRefuse(() => Service.AddAsync(Workspace, new AddMemoryRequest { Content = " " }, Cancelled), "content");
        await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled);

        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldNotContain(workspace => workspace.Name == Workspace);
        await ShouldNotFind(() => Workspaces.DropWorkspaceAsync(Workspace, Cancelled));
    }

    [Theory]
    [MemberData(nameof(UnusualNames.Workspaces), MemberType = typeof(UnusualNames))]
    public async Task A_workspace_may_be_called_so(string name)
    {
        await Service.MemorizeAsync(name, new MemorizeRequest { Messages = [Said($"heron of {name}")] }, Cancelled);

        (await Service.ListAsync(new MemoryQuery { Scope = new Scope(name) }, Cancelled)).Items.ShouldHaveSingleItem().Content.ShouldBe($"heron of {name}");
        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldContain(workspace => workspace.Name == name);
        (await Workspaces.DropWorkspaceAsync(name, Cancelled)).Memories.ShouldBe(1);
    }

    [Fact]
    public Task A_name_that_cannot_be_is_refused() => ShouldRefuseWorkspaces(scope => Workspaces.DropWorkspaceAsync(scope.Workspace, Cancelled));
}
