using Remanence.ConformanceTests.Services.Input;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Services;

/// <summary>Changes by hand.</summary>
[Needs(typeof(IMemoryEditing))]
public abstract class EditingSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var id = await Remember("I live in Porto", user: "ana");
        var before = await Service.GetAsync(All, id, Cancelled);
        var patch = new MemoryPatch
        {
            Content = "I live in Lisbon",
            Trigger = "where does Ana live",
            Keywords = ["home", "city"],
            Metadata = Json("""{"n": 1.50, "list": [1, null, "é"], "deep": {"a.b": true}}"""),
            EventTime = new EventTimeDocument(At(1), At(2), TimePrecision.Day),
            ValidFrom = At(1),
            ValidTo = At(9),
            Score = 0.25,
        };

        var changed = await Editing.UpdateAsync(Of("ana"), id, patch, Cancelled);

        var read = await Service.GetAsync(All, id, Cancelled);
        foreach (var memory in (Memory[])[changed, read])
        {
            memory.Content.ShouldBe("I live in Lisbon");
            memory.Trigger.ShouldBe("where does Ana live");
            memory.Keywords.ShouldBe(["home", "city"]);
            memory.Metadata!.Value.GetRawText().Replace(" ", string.Empty, StringComparison.Ordinal).ShouldContain("\"n\":1.50");
            memory.Metadata.Value.GetProperty("deep").GetProperty("a.b").GetBoolean().ShouldBeTrue();
            memory.EventTime.ShouldBe(new EventTime(new TimeInterval(At(1), At(2)), TimePrecision.Day));
            memory.ValidFrom.ShouldBe(At(1));
            memory.ValidTo.ShouldBe(At(9));
            memory.Score.ShouldBe(0.25);
            memory.Scope.ShouldBe(before.Scope);
            memory.Kind.ShouldBe(before.Kind);
            memory.RecordedAt.ShouldBe(before.RecordedAt);
            memory.Sources.ShouldBe(before.Sources);
        }

        (await Editing.UpdateAsync(All, id, new MemoryPatch { Score = 0.5 }, Cancelled)).Content.ShouldBe("I live in Lisbon");
        (await Find("Lisbon")).ShouldBe(["I live in Lisbon"]);
    }

    [Fact]
    public async Task An_expired_memory_is_not_searched()
    {
        var id = await Remember("The password hint is heron");
        await Editing.UpdateAsync(All, id, new MemoryPatch { Status = MemoryStatus.Expired }, Cancelled);

        (await Find("heron")).ShouldBeEmpty();
        (await List(filter: new MemoryFilter.Status([MemoryStatus.Expired]))).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Editing.UpdateAsync(All, id, new MemoryPatch { Status = MemoryStatus.Active }, Cancelled)).Status.ShouldBe(MemoryStatus.Active);
        (await Find("heron")).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BadInputCases.PatchNames), MemberType = typeof(BadInputCases))]
    public async Task Patches_are_refused(string what)
    {
        var id = await Remember("heron");
        var (field, patch) = BadInputCases.Patches[what];

        await ShouldRefuse(() => Editing.UpdateAsync(All, id, patch, Cancelled), field);

        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe("heron");
    }

    [Fact]
    public async Task What_the_scope_does_not_see_is_not_changed()
    {
        var id = await Remember("heron", user: "ana");

        await ShouldNotFind(() => Editing.UpdateAsync(Of("bob"), id, new MemoryPatch { Content = "stolen" }, Cancelled));
        await ShouldNotFind(() => Editing.UpdateAsync(new Scope(Workspace + "x"), id, new MemoryPatch { Content = "stolen" }, Cancelled));
        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe("heron");
        await ShouldNotFindIds(unknown => Editing.UpdateAsync(All, unknown, new MemoryPatch { Content = "x" }, Cancelled));
        await ShouldRefuseWorkspaces(scope => Editing.UpdateAsync(scope, "id", new MemoryPatch { Content = "x" }, Cancelled));
    }
}
