using FsCheck.Fluent;

namespace Remanence.Evaluation.FrozenLake.Simulation;

public sealed class LakeTests
{
    private static readonly LakeMap Map = LakeMap.Create("m", 0, ["SFFF", "FHFH", "FFFH", "HFFG"]);
    private static readonly LakeMap Ice = LakeMap.Create("ice", 0, ["SFF", "FFF", "FFG"]);

    [Fact]
    public void Walks_stay_on_the_grid_and_end_at_goal_or_hole() => Prop.ForAll<int, bool, byte[]>((seed, slippery, moves) =>
    {
        var map = LakeMap.Generate("m", seed, 5);
        var lake = new Lake(map, slippery ? SeededRandom.Named("ice/" + seed) : null);
        foreach (var move in moves)
        {
            if (lake.IsOver)
            {
                return map[lake.Position] is LakeMap.GoalCell or LakeMap.HoleCell;
            }

            var before = lake.Position;
            var reward = lake.Step((LakeAction)(move % 4));
            var distance = Math.Abs(before.Row - lake.Position.Row) + Math.Abs(before.Column - lake.Position.Column);
            if (
                distance > 1
                || lake.Position.Row is < 0 or > 4
                || lake.Position.Column is < 0 or > 4
                || (reward == 1) != (map[lake.Position] == LakeMap.GoalCell))
            {
                return false;
            }
        }

        return true;
    }).Hold();

    [Fact]
    public void Moves_go_where_Gymnasium_sends_them()
    {
        var lake = new Lake(Map, null);

        lake.Step(LakeAction.Left);
        lake.Step(LakeAction.Up);
        lake.Position.ShouldBe(LakeCell.Start);
        lake.Step(LakeAction.Down);
        lake.Position.ShouldBe(new LakeCell(1, 0));
        lake.Step(LakeAction.Right).ShouldBe(0);
        lake.IsOver.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => lake.Step(LakeAction.Up));
    }

    [Fact]
    public void The_goal_is_worth_one()
    {
        var lake = new Lake(Map, null);
        double[] rewards = [.. new[] { 1, 1, 2, 1, 2, 2 }.Select(move => lake.Step((LakeAction)move))];

        rewards.ShouldBe([0, 0, 0, 0, 0, 1]);
    }

    [Fact]
    public void Slippery_ice_carries_to_each_side_in_a_third_of_cases()
    {
        var landings = Landings("ice");

        landings.Keys.ShouldBe([new LakeCell(0, 0), new LakeCell(0, 1), new LakeCell(1, 0)], ignoreOrder: true);
        landings.Values.ShouldAllBe(count => count > 2_850 && count < 3_150);
        Landings("ice").ShouldBe(landings, ignoreOrder: true);
        Landings("other ice").ShouldNotBe(landings);

        // From the corner: right leads right, its sides are up (a wall) and down.
        static Dictionary<LakeCell, int> Landings(string name)
        {
            var random = SeededRandom.Named(name);
            var counts = new Dictionary<LakeCell, int>();
            for (var i = 0; i < 9_000; i++)
            {
                var lake = new Lake(Ice, random);
                lake.Step(LakeAction.Right);
                counts[lake.Position] = counts.GetValueOrDefault(lake.Position) + 1;
            }

            return counts;
        }
    }
}
