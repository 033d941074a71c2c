using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players;

public sealed class ScriptedPlayerTests
{
    private const string Rows = "SFFF\nFHFH\nFFFH\nHFFG";

    private static readonly LakeMap Map = LakeMap.Create("m", 0, Rows.Split('\n'));

    [Fact]
    public async Task A_path_from_memory_is_followed()
    {
        var run = await PlayAsync("p", false, Rows + "\nactions: down, down, right, down, right, right\noutcome: success");

        run.Steps.Select(step => step.Action).ShouldBe([1, 1, 2, 1, 2, 2]);
        run.Steps[^1].Reward.ShouldBe(1);
        run.Steps.ShouldAllBe(step => step.Reply.StartsWith("[scripted player] "));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_memory_the_map_itself_teaches_nothing(bool slippery)
    {
        // Were the cells looked at, the walks over another map would differ before either ends.
        var other = LakeMap.Create("o", 0, ["SFFF", "FFFF", "FFFF", "FFFG"]);
        var here = new LakeConversation(Map, new LakeRules(slippery), null);
        var there = new LakeConversation(other, new LakeRules(slippery), null);
        await LakeGame.PlayAsync(here, new ScriptedPlayer(SeededRandom.Named("p"), []), "x", TestContext.Current.CancellationToken);
        await LakeGame.PlayAsync(there, new ScriptedPlayer(SeededRandom.Named("p"), []), "x", TestContext.Current.CancellationToken);

        here.Steps.Select(step => step.Action).ShouldBe(there.Steps.Take(here.Steps.Count).Select(step => step.Action));
    }

    [Fact]
    public async Task Known_holes_are_avoided()
    {
        const string Text = Rows + "\nhole at row 2, column 2; hole at row 2, column 4; hole at row 3, column 4; hole at row 4, column 1";
        for (var i = 0; i < 100; i++)
        {
            var run = await PlayAsync("p" + i, false, Text);
            Map[new LakeCell(run.Steps[^1].NextState / 4, run.Steps[^1].NextState % 4)].ShouldNotBe(LakeMap.HoleCell);
        }
    }

    [Fact]
    public async Task Memory_of_other_maps_changes_nothing()
    {
        var plain = await PlayAsync("p", false);
        var informed = await PlayAsync("p", false, "SFFF\nFFFF\nFFFH\nHFFG\nactions: down, down\noutcome: success");

        informed.Steps.ShouldBe(plain.Steps);
    }

    private static async Task<LakeConversation> PlayAsync(string name, bool slippery, params string[] texts)
    {
        var run = new LakeConversation(Map, new LakeRules(slippery), texts.Length > 0 ? texts[0] : null);
        await LakeGame.PlayAsync(run, new ScriptedPlayer(SeededRandom.Named(name), texts), "x", TestContext.Current.CancellationToken);
        return run;
    }
}
