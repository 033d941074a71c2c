using Remanence.ConformanceTests.Services.Input;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Transfer;

namespace Remanence.ConformanceTests.Services;

/// <summary>Workspaces out and in, as far as every service has something to move.</summary>
[Needs(typeof(IMemoryTransfer))]
public abstract class MoveSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Messages_and_statements_go_over_with_their_ids()
    {
        var said = await Memorize(new MemorizeRequest { Messages = [Said("heron one", id: "m1"), Said("heron two")], UserId = "ana" });
        var added = await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "heron three", Metadata = Json("""{"a":1e2}""") }, Cancelled);
        var target = NewWorkspace();

        (await Import(target, await Export(Workspace))).Memories.ShouldBe(3);

        (await List(new Scope(target))).Select(memory => memory.Id).ShouldBe([.. said.Memories.Select(memory => memory.Id), added.Id]);
        (await Service.GetAsync(new Scope(target), added.Id, Cancelled)).Metadata!.Value.GetRawText().ShouldBe("""{"a":1e2}""");
        (await Service.RetrieveAsync(target, new RetrieveRequest { Query = "heron" }, Cancelled)).Results.Count.ShouldBe(3);
        var again = await Import(target, await Export(Workspace));
        (again.Memories, again.Skipped).ShouldBe((0, 3));
    }

    [Fact]
    public async Task Workspaces_share_nothing_even_under_equal_ids()
    {
        var other = NewWorkspace();
        var id = await Remember("heron here");
        await Import(
            other,
            (await Export(Workspace)).Select(record =>
                 record.Memory is { } memory ? record with { Memory = memory with { Content = "heron there" } } : record));

        (await Service.GetAsync(new Scope(other), id, Cancelled)).Content.ShouldBe("heron there");
        await Service.ForgetAsync(new Scope(other), id, Cancelled);
        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe("heron here");
        (await Find("heron")).ShouldBe(["heron here"]);
    }

    [Theory]
    [MemberData(nameof(UnusualNames.Ids), MemberType = typeof(UnusualNames))]
    public async Task A_memory_may_be_called_so(string id)
    {
        var said = await Memorize(new MemorizeRequest { Messages = [Said("heron", id: id)] });
        said.Memories.ShouldHaveSingleItem().Sources.ShouldNotBeNull()[0].MessageId.ShouldBe(id);
        var records = await Export(Workspace);
        var memory = records.First(record => record.Memory is not null).Memory! with { Id = id, Content = "stork" };
        await Import(Workspace, [records[0], new ExportRecord { Memory = memory }]);

        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe("stork");
        (await Find("stork"))[0].ShouldBe("stork");
        await Service.ForgetAsync(All, id, Cancelled);
        (await List()).ShouldHaveSingleItem().Content.ShouldBe("heron");
    }

    [Fact]
    public async Task What_is_no_export_is_refused()
    {
        await Remember("heron");
        var records = await Export(Workspace);

        await Should.ThrowAsync<InvalidRequestException>(() => Import(NewWorkspace(), []));
        await Should.ThrowAsync<InvalidRequestException>(() => Import(NewWorkspace(), records.Skip(1)));
        await Should.ThrowAsync<InvalidRequestException>(() =>
            Import(NewWorkspace(), [new ExportRecord { Header = records[0].Header! with { Version = 99 } }]));
        await Should.ThrowAsync<InvalidRequestException>(() =>
            Import(NewWorkspace(), [new ExportRecord { Header = records[0].Header! with { Format = "other" } }]));
        await Should.ThrowAsync<InvalidRequestException>(() => Import(NewWorkspace(), [records[0], new ExportRecord()]));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_or_not_found()
    {
        await ShouldNotFind(() => Export(Workspace));
        await ShouldRefuseWorkspaces(
            scope => Export(scope.Workspace),
            scope => Import(scope.Workspace, [new ExportRecord { Header = new ExportHeader("remanence-export", 1, "w") }]));
    }
}
