using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services.Input;

/// <summary>Names and ids that are unusual and allowed: each is data, and each is another.</summary>
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
        await Service.ForgetAsync(Of(user), id, Cancelled);
        (await Find("heron")).ShouldBe(["heron of another"]);
    }

    [Theory]
    [MemberData(nameof(UnusualNames.Ids), MemberType = typeof(UnusualNames))]
    public async Task A_message_may_be_called_so(string id)
    {
        var said = await Memorize(new MemorizeRequest { Messages = [Said("heron", id: id)] });

        said.Memories.ShouldHaveSingleItem().Sources.ShouldNotBeNull()[0].MessageId.ShouldBe(id);
    }

    [Theory]
    [MemberData(nameof(UnusualNames.Workspaces), MemberType = typeof(UnusualNames))]
    public async Task A_workspace_may_be_called_so(string name)
    {
        // Tests share a service, and a name is a name for all of them.
        var content = $"heron of {name} in {Workspace}";
        await Service.MemorizeAsync(name, new MemorizeRequest { Messages = [Said(content)] }, Cancelled);

        var page = await Service.ListAsync(new MemoryQuery { Scope = new Scope(name), Limit = ServiceLimits.MaxPage }, Cancelled);
        page.Items.ShouldAllBe(memory => memory.Scope.Workspace == name);
        page.Items.ShouldContain(memory => memory.Content == content);
    }
}
