using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Stores;

public abstract class ResourceSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Resource_comes_back_as_it_was()
    {
        var resource = Sample.Resource("r", new Scope("ws", "ann", "agent", "session"));
        await Store.CommitAsync(Sample.Brings("ws", [resource]), Token);
        var found = (await Store.GetResourceAsync("ws", "r", Token)).ShouldNotBeNull();
        (found with { Metadata = null }).ShouldBe(resource with { Metadata = null });
        found.Metadata!.Value.GetRawText().ShouldBe("""{"x":1}""");
        found.RecordedAt.Offset.ShouldBe(resource.RecordedAt.Offset);
        (await Store.GetResourceAsync("ws", "unknown", Token)).ShouldBeNull();
        (await Store.GetResourceAsync("other", "r", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Resource_is_replaced_by_id_and_keeps_its_place_and_messages()
    {
        await Store.CommitAsync(Sample.Brings("ws", [Sample.Resource("a"), Sample.Resource("b")], [Sample.Message("a", 0, "kept")]), Token);
        await Store.CommitAsync(Sample.Brings("ws", [Sample.Resource("a") with { Text = "new" }]), Token);
        var page = await Store.QueryResourcesAsync(new PageQuery { Scope = new Scope("ws") }, Token);
        page.Items.Select(item => (item.Id, item.Text)).ShouldBe([("a", "new"), ("b", "text")]);
        (await MessagesAsync("a")).ShouldBe(["kept"]);
    }

    [Fact]
    public async Task Messages_come_back_as_they_were_and_by_position()
    {
        var untimed = Sample.Message("r", 7);
        var messages = new[] { Sample.Message("r", 3), Sample.Message("r", 0), untimed with { Message = untimed.Message with { Time = null, Name = null } } };
        await Store.CommitAsync(Sample.Brings("ws", [Sample.Resource("r")], messages), Token);
        (await Store.QueryMessagesAsync("r", new PageQuery { Scope = new Scope("ws") }, Token)).Items
            .ShouldBe(messages.OrderBy(message => message.Position));
    }

    [Fact]
    public async Task Message_at_a_taken_place_is_left_out()
    {
        await Store.CommitAsync(Sample.Brings("ws", [Sample.Resource("r")], [Sample.Message("r", 0, "first"), Sample.Message("r", 0, "second")]), Token);
        await Store.CommitAsync(Sample.Brings("ws", null, [Sample.Message("r", 0, "third"), Sample.Message("r", int.MaxValue, "last")]), Token);
        (await MessagesAsync("r")).ShouldBe(["first", "last"]);
    }

    [Fact]
    public async Task Message_without_its_resource_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Brings("ws", null, [Sample.Message("unknown", 0)]), Token));

    [Fact]
    public async Task Messages_of_the_same_resource_id_in_two_workspaces_do_not_mix()
    {
        await Store.CommitAsync(Sample.Brings("one", [Sample.Resource("r", new Scope("one"))], [Sample.Message("r", 0, "one")]), Token);
        await Store.CommitAsync(Sample.Brings("two", [Sample.Resource("r", new Scope("two"))], [Sample.Message("r", 0, "two"), Sample.Message("r", 1)]), Token);
        (await MessagesAsync("r", "one")).ShouldBe(["one"]);
        (await MessagesAsync("r", "three")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Categories_are_put_listed_and_taken_out()
    {
        var category = Sample.Category("c", new Scope("ws", "ann"));
        await Store.CommitAsync(Sample.Brings("ws", categories: [category, Sample.Category("d")]), Token);
        (await Store.GetCategoryAsync("ws", "c", Token)).ShouldBe(category);
        await Store.CommitAsync(Sample.Brings("ws", categories: [category with { Summary = null, Description = "new" }]), Token);
        (await Store.GetCategoryAsync("ws", "c", Token)).ShouldBe(category with { Summary = null, Description = "new" });
        await Store.CommitAsync(new ChangeSet { Id = "set", Workspace = "ws", At = Sample.At, CategoryDeletions = ["d", "unknown"] }, Token);
        (await Store.QueryCategoriesAsync(new PageQuery { Scope = new Scope("ws") }, Token)).Items.Select(item => item.Id).ShouldBe(["c"]);
        (await Store.GetCategoryAsync("ws", "d", Token)).ShouldBeNull();
    }

    private async Task<IEnumerable<string>> MessagesAsync(string resource, string workspace = "ws") =>
        (await Store.QueryMessagesAsync(resource, new PageQuery { Scope = new Scope(workspace) }, Token)).Items.Select(item => item.Message.Content);
}
