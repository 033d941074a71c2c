using Remanence.Memories;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

/// <summary>Documents and conversations.</summary>
[Needs(typeof(IMemoryResources))]
public abstract class ResourceSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task The_conversation_can_be_read_back_in_order()
    {
        var result = await Memorize(
            new MemorizeRequest { Messages = [.. Enumerable.Range(0, 25).Select(i => Said($"line {i}", id: $"m{i}"))], UserId = "ana" });

        var resource = await Resources.GetResourceAsync(All, result.ResourceId, Cancelled);
        resource.Modality.ShouldBe(Modalities.Conversation);
        resource.Scope.ShouldBe(Of("ana"));
        var said = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Resources.ListMessagesAsync(result.ResourceId, new PageQuery { Scope = All, Limit = 10, Cursor = cursor }, Cancelled);
            said.AddRange(page.Items.Select(message => $"{message.Position}:{message.Message.Id}:{message.Message.Content}"));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        said.ShouldBe(Enumerable.Range(0, 25).Select(i => $"{i}:m{i}:line {i}"));
    }

    [Fact]
    public async Task Documents_are_idempotent_too()
    {
        var request = new ResourceRequest { Text = "The heron is a bird.", IdempotencyKey = "k" };
        var first = await Resources.AddResourceAsync(Workspace, request, Cancelled);
        var second = await Resources.AddResourceAsync(Workspace, request, Cancelled);

        second.ResourceId.ShouldBe(first.ResourceId);
        second.Memories.Select(memory => memory.Id).ShouldBe(first.Memories.Select(memory => memory.Id));
        (await List()).Count.ShouldBe(first.Memories.Count);
        await Should.ThrowAsync<ChangeSetConflictException>(() => Resources.AddResourceAsync(Workspace, request with { Text = "Another." }, Cancelled));
    }

    [Fact]
    public async Task A_list_of_resources_leaves_their_texts_out()
    {
        var added = await Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "The heron is a bird.", Name = "birds" }, Cancelled);

        var listed = (await Resources.ListResourcesAsync(new PageQuery { Scope = All }, Cancelled)).Items.ShouldHaveSingleItem();

        listed.Name.ShouldBe("birds");
        listed.Text.ShouldBeNull();
        (await Resources.GetResourceAsync(All, added.ResourceId, Cancelled)).Text.ShouldBe("The heron is a bird.");
    }

    [Fact]
    public async Task The_passages_of_a_document_are_found_and_say_where_they_come_from()
    {
        var added = await Resources.AddResourceAsync(
            Workspace,
            new ResourceRequest
            {
                Text = "The heron is a bird.",
                UserId = "ana",
                Name = "birds",
            },
            Cancelled);

        var memory = added.Memories.ShouldHaveSingleItem();
        memory.Kind.ShouldBe(MemoryKinds.Knowledge);
        memory.Sources.ShouldNotBeNull().ShouldHaveSingleItem().ResourceId.ShouldBe(added.ResourceId);
        (await Find("heron", "ana")).ShouldBe(["The heron is a bird."]);
        (await Find("heron", "bob")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_sent_twice_under_a_key_is_one()
    {
        var request = new MemorizeRequest { Messages = [Said("heron")], UserId = "ana", IdempotencyKey = "key 1" };
        await Memorize(request);
        await Memorize(request);

        (await Resources.ListResourcesAsync(new PageQuery { Scope = All }, Cancelled)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_scope_does_not_see_is_not_shown()
    {
        var theirs = (await Memorize("heron", user: "ana")).ResourceId;
        var shared = (await Memorize("heron of all")).ResourceId;

        (await Resources.ListResourcesAsync(new PageQuery { Scope = Of("bob") }, Cancelled)).Items.ShouldHaveSingleItem().Id.ShouldBe(shared);
        (await Resources.ListResourcesAsync(new PageQuery { Scope = Of("ana") }, Cancelled)).Items.Select(resource => resource.Id).ShouldBe([theirs, shared]);
        foreach (var scope in (Scope[])[Of("bob"), new Scope(Workspace + "x")])
        {
            await ShouldNotFind(() => Resources.GetResourceAsync(scope, theirs, Cancelled));
            await ShouldNotFind(() => Resources.ListMessagesAsync(theirs, new PageQuery { Scope = scope }, Cancelled));
        }
    }

    [Fact]
    public async Task Documents_are_refused()
    {
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = " " }, Cancelled), "text");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "\ud800" }, Cancelled), "text");
        await ShouldRefuse(
            () => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = new string('x', ServiceLimits.MaxDocumentLength + 1) }, Cancelled),
            "text");
        await ShouldRefuse(
            () => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", Name = new string('x', ServiceLimits.MaxIdLength + 1) }, Cancelled),
            "name");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", Modality = "image" }, Cancelled), "modality");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", Name = "a\0" }, Cancelled), "name");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", MediaType = string.Empty }, Cancelled), "media_type");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", Metadata = Json("\"x\"") }, Cancelled), "metadata");
        await ShouldRefuse(
            () =>
                Resources.AddResourceAsync(
                    Workspace,
                    new ResourceRequest { Text = "x", Metadata = Json("""{"_remanence":{"consolidated":true}}""") },
                    Cancelled),
            "metadata._remanence");
        await ShouldRefuse(() => Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "x", SessionId = string.Empty }, Cancelled), "session_id");

        (await List()).ShouldBeEmpty();
        (await Resources.ListResourcesAsync(new PageQuery { Scope = All }, Cancelled)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_is_refused_or_not_found()
    {
        await Remember("something");

        await ShouldNotFindIds(
            id => Resources.GetResourceAsync(All, id, Cancelled), id => Resources.ListMessagesAsync(id, new PageQuery { Scope = All }, Cancelled));
        await ShouldRefuseWorkspaces(
            scope => Resources.AddResourceAsync(scope.Workspace, new ResourceRequest { Text = "x" }, Cancelled),
            scope => Resources.GetResourceAsync(scope, "id", Cancelled),
            scope => Resources.ListResourcesAsync(new PageQuery { Scope = scope }, Cancelled),
            scope => Resources.ListMessagesAsync("id", new PageQuery { Scope = scope }, Cancelled));
        await ShouldRefuse(() => Resources.ListResourcesAsync(new PageQuery { Scope = All, Limit = 0 }, Cancelled), "limit");
        await ShouldRefuse(() => Resources.ListResourcesAsync(new PageQuery { Scope = All, Limit = ServiceLimits.MaxPage + 1 }, Cancelled), "limit");
        await ShouldRefuseCursors(cursor => Resources.ListResourcesAsync(new PageQuery { Scope = All, Cursor = cursor }, Cancelled));
    }
}
