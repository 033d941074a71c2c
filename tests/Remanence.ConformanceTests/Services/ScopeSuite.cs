using Remanence.Memories;
using Remanence.Services;

namespace Remanence.ConformanceTests.Services;

/// <summary>
/// Isolation as a property: whatever was stored by whomever, each operation shows and touches exactly what <see cref="Scope.Sees"/> admits.
/// </summary>
public abstract class ScopeSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    private static readonly string?[] Parts = [null, "a", "b", "A", "a ", "ä", "a%2Fb", "a/b", "a&user_id=b", "'a'"];

    [Fact]
    public async Task Every_read_shows_what_the_scope_sees_and_nothing_else()
    {
        var stored = await StoreMany(seed: 7, count: 40);
        var random = new Random(11);
        for (var i = 0; i < 25; i++)
        {
            var scope = Of(Pick(random), Pick(random), Pick(random));
            var expected = stored.Where(item => scope.Sees(item.Scope)).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);

            (await List(scope)).Select(memory => memory.Id).ShouldBe(expected, ignoreOrder: true);
            var found = await Service.RetrieveAsync(
                Workspace,
                new RetrieveRequest
                {
                    Query = "heron",
                    UserId = scope.User,
                    AgentId = scope.Agent,
                    SessionId = scope.Session,
                    TopK = 100,
                },
                Cancelled);
            found.Results.Select(result => result.Memory.Id).ShouldBe(expected, ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Every_operation_by_id_fails_on_what_the_scope_does_not_see()
    {
        var stored = await StoreMany(seed: 13, count: 8);
        var random = new Random(17);
        foreach (var item in stored)
        {
            var scope = Enumerable.Range(0, 200).Select(_ => Of(Pick(random), Pick(random), Pick(random))).FirstOrDefault(scope => !scope.Sees(item.Scope))
                ?? new Scope("elsewhere");
            await ShouldNotTouch(scope, item);
            await ShouldNotTouch(new Scope(Workspace + "x"), item);

            var memory = await Service.GetAsync(item.Scope, item.Id, Cancelled);
            memory.Content.ShouldStartWith("heron");
            memory.Scope.ShouldBe(item.Scope);
        }
    }

    [Fact]
    public async Task The_same_message_of_two_users_is_two_memories()
    {
        var message = Said("heron", id: "m1", time: At(1));
        var a = await Memorize(new MemorizeRequest { Messages = [message], UserId = "a" });
        var b = await Memorize(new MemorizeRequest { Messages = [message], UserId = "b" });

        (a.Memories[0].Id == b.Memories[0].Id).ShouldBeFalse();
        (await Find("heron", user: "a")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Workspaces_share_nothing()
    {
        var other = NewWorkspace();
        var id = await Remember("heron here");
        var there = (await Service.MemorizeAsync(other, new MemorizeRequest { Messages = [Said("heron there")] }, Cancelled))
            .Memories.ShouldHaveSingleItem()
            .Id;

        await ShouldNotFind(() => Service.GetAsync(new Scope(other), id, Cancelled));
        await ShouldNotFind(() => Service.ForgetAsync(All, there, Cancelled));
        (await Find("heron")).ShouldBe(["heron here"]);
        (await List(new Scope(other))).ShouldHaveSingleItem().Content.ShouldBe("heron there");
    }

    private async Task ShouldNotTouch(Scope scope, StoredItem item)
    {
        await ShouldNotFind(() => Service.GetAsync(scope, item.Id, Cancelled));
        await ShouldNotFind(() => Service.ForgetAsync(scope, item.Id, Cancelled));
    }

    private async Task<List<StoredItem>> StoreMany(int seed, int count)
    {
        var random = new Random(seed);
        var stored = new List<StoredItem>();
        for (var i = 0; i < count; i++)
        {
            var scope = Of(Pick(random), Pick(random), Pick(random));
            var result = await Memorize($"heron {i}", scope.User, scope.Agent, scope.Session);
            stored.Add(new StoredItem(result.Memories.ShouldHaveSingleItem().Id, scope));
        }

        return stored;
    }

    private static string? Pick(Random random) => random.Next(3) == 0 ? null : Parts[random.Next(Parts.Length)];

    private sealed record StoredItem(string Id, Scope Scope);
}
