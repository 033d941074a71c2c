using System.Text.Json;
using FsCheck.Fluent;
using Remanence.ConformanceTests.Stores;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Resources;
using Remanence.Wire;

namespace Remanence.Tests.Memories;

public sealed class MemoryStateTests
{
    [Fact]
    public void Any_state_is_the_same_after_its_JSON() => Prop.ForAll<int>(seed =>
    {
        var state = new RandomStates(seed).Next();
        var json = JsonSerializer.Serialize(state, RemanenceJson.Default.MemoryState);
        var read = JsonSerializer.Deserialize(json, RemanenceJson.Default.MemoryState).ShouldNotBeNull();
        read.ShouldBe(state, json);
        read.GetHashCode().ShouldBe(state.GetHashCode());
        JsonSerializer.Serialize(read, RemanenceJson.Default.MemoryState).ShouldBe(json);
    }).Hold();

    [Fact]
    public void What_differs_in_one_part_is_not_the_same()
    {
        var all = Sample.State;
        all.ShouldBe(Sample.State);
        MemoryState[] others =
        [
            all with
            {
                Fact = all.Fact! with { Said = ["k1"] },
            },
            all with
            {
                Reflected = false,
            },
            all with
            {
                Insight = null,
            },
            all with
            {
                Forgotten = [],
            },
            all with
            {
                Withholds = ["m2", "m1"],
            },
            all with
            {
                Experience = all.Experience! with { Contrast = false },
            },
            all with
            {
                Tool = all.Tool! with { Results = [Sample.Json("{}")] },
            },
            all with
            {
                Recurrence = null,
            },
            all with
            {
                Foreign = all.Foreign! with { Fields = Sample.Json("{}") },
            },
        ];
        others.ShouldAllBe(other => !other.Equals(all));
    }

    [Fact]
    public void Lists_are_its_own()
    {
        string[] said = ["a"];
        var state = new MemoryState { Fact = new FactState { Said = said } };
        said[0] = "b";
        state.Fact.Said.ShouldBe(["a"]);
    }

    [Fact]
    public void A_state_without_anything_is_none()
    {
        new MemoryState().IsEmpty.ShouldBeTrue();
        new Memory(Sample.Memory()) { State = new MemoryState() }.State.ShouldBeNull();
        new MemoryState { Withholds = [] }.IsEmpty.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"_remanence":{}}""")]
    [InlineData("""{"_remanence":null}""")]
    [InlineData("""{"_remanence":[1]}""")]
    [InlineData("""{"_remanence":{"fact":7,"keys":"k","runs":[1],"reflected":"yes","tool_call_results":[1],"recurrence":{},"written":[],"unknown":1}}""")]
    [InlineData("""{"_remanence":{"reflection_subject":"\ud800"}}""")]
    public void What_cannot_be_understood_in_an_older_store_is_left_behind(string metadata) => EarlierState.OfMemory(Sample.Json(metadata)).ShouldBeNull();

    [Fact]
    public void Every_part_of_an_older_store_finds_its_place()
    {
        const string metadata = """
            {"mine":{"_remanence":1},"_remanence":{"fact":{"subject":"Bob","attribute":"home","value":"Oslo","corrected":"2025-05-08T13:56:01+02:00","reason":"r","single":true,"negated":true,"said":["s"]},
            "reflected":true,"reflection_subject":"music","withdrawn":true,"keys":["k"],"withholds":["w"],"runs":["r"],"contrast":true,"tool_call_results":[{"n":1.50}],"by_rules":true,
            "recurrence":"FREQ=DAILY","written":{"score":null},"experience_type":"text"},"last":1.0}
            """;
        EarlierState.OfMemory(Sample.Json(metadata)).ShouldBe(new MemoryState
        {
            Fact = new FactState
            {
                Subject = "Bob",
                Attribute = "home",
                Value = "Oslo",
                Corrected = new DateTimeOffset(2025, 5, 8, 13, 56, 1, TimeSpan.FromHours(2)),
                Reason = "r",
                Single = true,
                Negated = true,
                Said = ["s"],
            },
            Reflected = true,
            Insight = new InsightState { Subject = "music", Withdrawn = true },
            Forgotten = ["k"],
            Withholds = ["w"],
            Experience = new ExperienceState { Runs = ["r"], Contrast = true },
            Tool = new ToolState { Results = [Sample.Json("""{"n":1.50}""")], ByRules = true },
            Recurrence = "FREQ=DAILY",
            Foreign = new ForeignState { Format = ForeignState.ReMe, Fields = Sample.Json("""{"score":null,"experience_type":"text"}""") },
        });
        EarlierState.Without(Sample.Json(metadata))!.Value.GetRawText().ShouldBe("""{"mine":{"_remanence":1},"last":1.0}""");
        EarlierState.OfResource(Sample.Json("""{"_remanence":{"consolidated":true}}""")).ShouldBe(new ResourceState { Consolidated = true });
    }
}
