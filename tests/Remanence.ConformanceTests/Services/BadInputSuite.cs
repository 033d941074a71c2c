using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

/// <summary>What is refused, with the member's name, and leaves nothing behind.</summary>
[Needs(typeof(IMemoryHistory), typeof(IMemoryEditing), typeof(IMemoryErasure), typeof(IMemoryResources), typeof(IMemoryCategories), typeof(IMemoryJobs), typeof(IMemoryLearning), typeof(IMemoryTransfer), typeof(IMemoryWorkspaces))]
public abstract class BadInputSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Theory]
    [MemberData(nameof(BadInputCases.MessageNames), MemberType = typeof(BadInputCases))]
    public async Task Messages_are_refused(string what)
    {
        var (field, request) = BadInputCases.Messages[what];

        await ShouldRefuse(() => Memorize(request), field);

        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldNotContain(workspace => workspace.Name == Workspace);
    }

    [Theory]
    [MemberData(nameof(BadInputCases.QuestionNames), MemberType = typeof(BadInputCases))]
    public async Task Questions_are_refused(string what)
    {
        var (field, request) = BadInputCases.Questions[what];

        await ShouldRefuse(() => Service.RetrieveAsync(Workspace, request, Cancelled), field);
    }

    [Theory]
    [MemberData(nameof(BadInputCases.PatchNames), MemberType = typeof(BadInputCases))]
    public async Task Patches_are_refused(string what)
    {
        var id = await Remember("heron");
        var (field, patch) = BadInputCases.Patches[what];

        await ShouldRefuse(() => Editing.UpdateAsync(All, id, patch, Cancelled), field);

        (await History.GetHistoryAsync(All, id, Cancelled)).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BadInputCases.StatementNames), MemberType = typeof(BadInputCases))]
    public async Task Statements_are_refused(string what)
    {
        var (field, request) = BadInputCases.Statements[what];

        await ShouldRefuse(() => Service.AddAsync(Workspace, request, Cancelled), field);

        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldNotContain(workspace => workspace.Name == Workspace);
    }

    [Fact]
    public async Task Work_for_scopes_that_cannot_be_is_refused()
    {
        await ShouldRefuse(() => Learning.ConsolidateAsync(Of(user: string.Empty), cancellationToken: Cancelled), "user_id");
        await ShouldRefuse(() => Learning.ReflectAsync(Of(agent: "a\nb"), cancellationToken: Cancelled), "agent_id");
        await ShouldRefuse(() => Service.GetProfileAsync(Of("ana", session: "\ud800"), cancellationToken: Cancelled), "session_id");
        await ShouldRefuse(() => Service.GetProfileAsync(All, cancellationToken: Cancelled), "user_id");
        await ShouldRefuse(() => Service.GetProfileAsync(Of("ana"), 0, Cancelled), "max_tokens");
    }

    [Theory]
    [MemberData(nameof(BadInputCases.WorkspaceNames), MemberType = typeof(BadInputCases))]
    public async Task Workspace_names_are_refused_by_every_operation(string what)
    {
        var name = BadInputCases.Workspaces[what];
        var scope = new Scope(name);
        Func<Task>[] calls =
        [
            () => Service.MemorizeAsync(name, new MemorizeRequest { Messages = [Said("x")] }, Cancelled),
            () => Service.RetrieveAsync(name, new RetrieveRequest { Query = "x" }, Cancelled),
            () => Service.AddAsync(name, new AddMemoryRequest { Content = "x" }, Cancelled),
            () => Learning.ConsolidateAsync(scope, cancellationToken: Cancelled),
            () => Learning.ReflectAsync(scope, cancellationToken: Cancelled),
            () => Service.GetProfileAsync(scope with { User = "ana" }, cancellationToken: Cancelled),
            () => Resources.AddResourceAsync(name, new ResourceRequest { Text = "x" }, Cancelled),
            () => Service.GetAsync(scope, "id", Cancelled),
            () => Service.ListAsync(new MemoryQuery { Scope = scope }, Cancelled),
            () => Editing.UpdateAsync(scope, "id", new MemoryPatch { Content = "x" }, Cancelled),
            () => Service.ForgetAsync(scope, "id", Cancelled),
            () => History.RestoreAsync(scope, "id", null, Cancelled),
            () => History.GetHistoryAsync(scope, "id", Cancelled),
            () => Erasing.EraseAsync(scope with { User = "ana" }, Cancelled),
            () => Erasing.EraseAsync(scope, "id", Cancelled),
            () => Resources.GetResourceAsync(scope, "id", Cancelled),
            () => Resources.ListResourcesAsync(new PageQuery { Scope = scope }, Cancelled),
            () => Resources.ListMessagesAsync("id", new PageQuery { Scope = scope }, Cancelled),
            () => Categories.GetCategoryAsync(scope, "id", Cancelled),
            () => Categories.ListCategoriesAsync(new PageQuery { Scope = scope }, Cancelled),
            () => Workspaces.DropWorkspaceAsync(name, Cancelled),
            () => Export(name),
            () => Import(name, [new ExportRecord { Header = new ExportHeader("remanence-export", 1, "w") }]),
        ];

        foreach (var call in calls)
        {
            await ShouldRefuse(call, "workspace");
        }
    }

    [Theory]
    [MemberData(nameof(BadInputCases.IdNames), MemberType = typeof(BadInputCases))]
    public async Task Ids_that_cannot_be_are_refused_or_not_found(string what)
    {
        var id = BadInputCases.Ids[what];
        await Remember("heron");
        Func<Task>[] calls =
        [
            () => Service.GetAsync(All, id, Cancelled),
            () => Editing.UpdateAsync(All, id, new MemoryPatch { Content = "x" }, Cancelled),
            () => Service.ForgetAsync(All, id, Cancelled),
            () => History.RestoreAsync(All, id, null, Cancelled),
            () => History.GetHistoryAsync(All, id, Cancelled),
            () => Erasing.EraseAsync(All, id, Cancelled),
            () => Resources.GetResourceAsync(All, id, Cancelled),
            () => Resources.ListMessagesAsync(id, new PageQuery { Scope = All }, Cancelled),
            () => Categories.GetCategoryAsync(All, id, Cancelled),
            () => Jobs.GetJobAsync(id, Cancelled),
            () => Jobs.RetryJobAsync(id, Cancelled),
            () => Jobs.CancelJobAsync(id, Cancelled),
        ];

        foreach (var call in calls)
        {
            var refused = await Should.ThrowAsync<RemanenceException>(call);
            (refused is InvalidRequestException or MemoryNotFoundException).ShouldBeTrue(refused.ToString());
        }
    }

    [Fact]
    public async Task Documents_are_refused()
    {
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = " " }, Cancelled), "text");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "\ud800" }, Cancelled), "text");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", Modality = "image" }, Cancelled), "modality");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", Name = "a\0" }, Cancelled), "name");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", MediaType = string.Empty }, Cancelled), "media_type");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", Metadata = Json("\"x\"") }, Cancelled), "metadata");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", SessionId = string.Empty }, Cancelled), "session_id");

        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldNotContain(workspace => workspace.Name == Workspace);
    }
}
