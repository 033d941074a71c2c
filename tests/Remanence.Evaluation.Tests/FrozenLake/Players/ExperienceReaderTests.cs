using FsCheck.Fluent;
using Remanence.Evaluation.FrozenLake.Players.Experience;
using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players;

public sealed class ExperienceReaderTests
{
    private const string Rows = "SFFF\nFHFH\nFFFH\nHFFG";

    [Theory]
    [InlineData("Map:\n" + Rows + "\nactions: down, right\noutcome: success", "1 2")]
    [InlineData("Map: SFFF FHFH FFFH HFFG. Actions taken: down -> right. Result: solved", "1 2")]
    [InlineData("[\"SFFF\", \"FHFH\", \"FFFH\", \"HFFG\"] outcome: success; moves: [1, 2, 2]", "1 2 2")]
    [InlineData("SFFF/FHFH/FFFH/HFFG\n**Path:** down → then right → right\n**Outcome:** reached the goal", "1 2 2")]
    [InlineData("SFFF\\nFHFH\\nFFFH\\nHFFG actions: 1. down 2. right (score 1.0)", "1 2")]
    [InlineData(Rows + " {\"action\":\"1\"} then {\"action\":\"2\"} Score: 1", "1 2")]
    [InlineData("actions: up\noutcome: success\nin\n" + Rows, "3")]
    [InlineData(Rows + " actions: down, down, right outcome: success actions: left, right outcome: success", "0 2")]
    [InlineData(Rows + " actions: left outcome: failure actions: right, right outcome: success", "2 2")]
    public void A_path_that_worked_is_found(string text, string path) =>
        string.Join(' ', Read(text).Path!.Select(move => (int)move)).ShouldBe(path);

    [Theory]
    [InlineData("actions: down\noutcome: success")]
    [InlineData("SFFF\nFFFF\nFFFH\nHFFG\nactions: down\noutcome: success")]
    [InlineData(Rows + "\nactions: down, right, …\noutcome: success")]
    [InlineData(Rows + "\nactions: down, right, ... 4 more\noutcome: success")]
    [InlineData(Rows + "\nactions: down, right")]
    [InlineData(Rows + "\nSFFF\nFFFF\nFFFH\nHFFG\nactions: down\noutcome: success")]
    [InlineData("")]
    public void What_is_not_of_this_map_or_not_whole_teaches_nothing(string text) => Read(text).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_failed_run_ended_in_a_hole() => Read(Rows + "\nactions: left, down, right\noutcome: failure").Holes.ShouldBe([new LakeCell(1, 1)]);

    [Fact]
    public void A_failed_run_of_full_length_did_not() =>
        Read($"{Rows}\nactions: {string.Join(", ", Enumerable.Repeat("left", 50))}\noutcome: failure").IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_named_hole_counts_on_slippery_ice_too()
    {
        var text = Rows + "\nactions: down, left\noutcome: failure (fell into the hole at row 2, column 4)";

        var experience = Read(text, slippery: true);

        experience.Holes.ShouldBe([new LakeCell(1, 3)]);
        experience.Path.ShouldBeNull();
    }

    [Fact]
    public void Slippery_ice_makes_lists_worthless() => Read(Rows + "\nactions: down\noutcome: success", slippery: true).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Holes_beyond_the_edge_are_left_out() => Read(Rows + " hole at row 9, column 9, hole at row 0, column 1").IsEmpty.ShouldBeTrue();

    [Fact]
    public void Any_text_can_be_read() => Prop.ForAll<string>(text =>
    {
        Read(Rows + text);
        return true;
    }).Hold();

    private static LakeExperience Read(string text, bool slippery = false) => ExperienceReader.Read([text], Rows.Split('\n'), new LakeRules(slippery));
}
