using FsCheck.Fluent;

namespace Remanence.Evaluation.FrozenLake.Simulation;

public sealed class LakeMapTests
{
    [Fact]
    public void Every_drawn_map_can_be_solved_and_read() => Prop.ForAll<int, byte>((seed, size) =>
    {
        var map = LakeMap.Generate("m", seed, 2 + (size % 15));
        return map.IsSolvable() && LakeMap.Create("m", seed, map.Rows).Rows.SequenceEqual(map.Rows);
    }).Hold();

    [Fact]
    public void A_seed_gives_the_same_map_everywhere()
    {
        LakeMap.Generate("m", 10_000, 4).Rows.ShouldBe(["SFHF", "FFFF", "FFHF", "FFFG"]);
        LakeMap.Generate("m", 10_001, 4).Rows.ShouldBe(["SFFF", "FHFH", "FFHH", "HFFG"]);
    }

    [Fact]
    public void About_a_fifth_is_holes()
    {
        var cells = string.Concat(Enumerable.Range(0, 200).SelectMany(seed => LakeMap.Generate("m", seed, 8).Rows));

        // Fewer than drawn: what cannot be solved is drawn again.
        ((double)cells.Count(cell => cell == LakeMap.HoleCell) / cells.Length).ShouldBeInRange(0.15, 0.2);
    }

    [Theory]
    [InlineData("SFFG", "square")]
    [InlineData("SF/F", "square")]
    [InlineData("SX/FG", "other letters")]
    [InlineData("FS/FG", "top left")]
    [InlineData("SG/FG", "bottom right")]
    [InlineData("SH/HG", "no path")]
    [InlineData("S", "rows")]
    public void What_cannot_be_played_is_refused(string rows, string reason) =>
        Should.Throw<EvaluationDataException>(() => LakeMap.Create("m7", 0, rows.Split('/'))).Message.ShouldSatisfyAllConditions(
            message => message.ShouldStartWith("Map m7 "),
            message => message.ShouldContain(rows == "SFFG" ? "rows" : reason));
}
