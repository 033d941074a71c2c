using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Services;

/// <summary>What somebody states themselves.</summary>
public abstract class StatementSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task A_statement_is_kept_as_it_came_and_is_found()
    {
        var added = await Service.AddAsync(
            Workspace,
            new AddMemoryRequest
            {
                Content = "The heron nests in May.",
                Trigger = "birds",
                Keywords = ["heron"],
                Metadata = Json("""{"n":1.50}"""),
                EventTime = new EventTimeDocument(At(1), At(31), TimePrecision.Month),
                Score = 0.5,
                ObservedAt = At(1),
                UserId = "ana",
                AgentId = "a",
            },
            Cancelled);

        var read = await Service.GetAsync(All, added.Id, Cancelled);
        foreach (var memory in (Memory[])[added, read])
        {
            memory.Content.ShouldBe("The heron nests in May.");
            memory.Kind.ShouldBe(MemoryKinds.Observation);
            memory.Status.ShouldBe(MemoryStatus.Active);
            memory.Scope.ShouldBe(Of("ana", "a"));
            memory.Trigger.ShouldBe("birds");
            memory.Keywords.ShouldBe(["heron"]);
            memory.Metadata!.Value.GetRawText().ShouldBe("""{"n":1.50}""");
            memory.EventTime.ShouldBe(new EventTime(new TimeInterval(At(1), At(31)), TimePrecision.Month));
            memory.Score.ShouldBe(0.5);
            memory.ObservedAt.ShouldBe(At(1));
        }

        (await Find("heron", "ana")).ShouldBe([added.Content]);
        (await Find("heron", "bob")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kind_of_ones_own_is_kept_and_can_be_asked_for()
    {
        await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "heron", Kind = "my-kind" }, Cancelled);
        await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "heron too" }, Cancelled);

        var found = await Service.RetrieveAsync(Workspace, new RetrieveRequest { Query = "heron", Kinds = ["my-kind"] }, Cancelled);

        found.Results.ShouldHaveSingleItem().Memory.Content.ShouldBe("heron");
        (await List(filter: new MemoryFilter.Kind(["my-kind"]))).ShouldHaveSingleItem().Content.ShouldBe("heron");
    }

    [Fact]
    public async Task The_same_statement_under_the_same_key_is_kept_once()
    {
        var request = new AddMemoryRequest { Content = "heron", UserId = "ana", IdempotencyKey = "k" };
        var first = await Service.AddAsync(Workspace, request, Cancelled);

        (await Service.AddAsync(Workspace, request, Cancelled)).Id.ShouldBe(first.Id);
        (await Service.AddAsync(Workspace, request with { UserId = "bob" }, Cancelled)).Id.ShouldNotBe(first.Id);

        await Should.ThrowAsync<ChangeSetConflictException>(() => Service.AddAsync(Workspace, request with { Content = "stork" }, Cancelled));
        (await List()).Count.ShouldBe(2);
    }
}
