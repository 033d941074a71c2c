using Remanence.Evaluation.FrozenLake.Players;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Protocol;

public sealed class LakeConversationTests
{
    private static readonly LakeMap Map = LakeMap.Create("m", 0, ["SFFF", "FHFH", "FFFH", "HFFG"]);

    [Fact]
    public async Task A_run_is_told_step_by_step()
    {
        var conversation = new LakeConversation(Map, new LakeRules(Slippery: false), "Go round the hole.");
        await LakeGame.PlayAsync(conversation, new Replies("{\"action\":\"1\"}", "{\"action\":\"2\"}"), "x", TestContext.Current.CancellationToken);

        conversation.Messages.Select(message => message.Role).ShouldBe(["system", "user", "assistant", "user", "assistant", "user", "assistant", "user"]);
        conversation.Messages[0].Content.ShouldContain("{\"action\":\"<0-3>\"}");
        conversation.Messages[1].Content.ShouldContain("Go round the hole.");
        conversation.Messages[3].Content.ShouldContain("SFFF\nFHFH\nFFFH\nHFFG");
        conversation.Messages[3].Content.ShouldContain("[S] F  F  F \n F  H  F  H ");
        conversation.Messages[5].Content.ShouldStartWith("Step 1 of 50: down. Reward: 0.\n S  F  F  F \n[F] H  F  H ");
        conversation.Messages[7].Content.ShouldEndWith("The run is over.\nactions: down, right\noutcome: failure (fell into the hole at row 2, column 2)");
    }

    [Fact]
    public void The_ice_is_explained()
    {
        Rules(slippery: true).ShouldContain("one case of three");
        Rules(slippery: false).ShouldContain("not slippery");

        static string Rules(bool slippery) => new LakeConversation(Map, new LakeRules(slippery), null).Messages[0].Content;
    }

    [Fact]
    public async Task Without_a_move_a_random_one_is_made_from_the_seed_and_said()
    {
        var first = await MoveAsync("a");

        first.Messages[^1].Content.ShouldContain("The answer named no move, so a random one was made.");
        (await MoveAsync("a")).Steps[0].Action.ShouldBe(first.Steps[0].Action);
        var runs = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => MoveAsync("n" + i)));
        runs.Select(run => run.Steps[0].Action).Distinct().Count().ShouldBe(4);

        static async Task<LakeConversation> MoveAsync(string chance)
        {
            var conversation = new LakeConversation(Map, new LakeRules(Slippery: false, MaxSteps: 1), null);
            await LakeGame.PlayAsync(conversation, new Replies("hm"), chance, TestContext.Current.CancellationToken);
            return conversation;
        }
    }

    [Fact]
    public async Task A_run_that_goes_nowhere_ends_at_the_limit()
    {
        var conversation = new LakeConversation(Map, new LakeRules(Slippery: false), null);
        await LakeGame.PlayAsync(conversation, new Replies([.. Enumerable.Repeat("{\"action\":\"0\"}", 50)]), "x", TestContext.Current.CancellationToken);

        conversation.Steps.Count.ShouldBe(50);
        conversation.Messages[^1].Content.ShouldContain("outcome: failure (not at the goal after 50 moves)");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_in_a_file_can_be_told_again(bool slippery)
    {
        var conversation = new LakeConversation(Map, new LakeRules(slippery), "notes");
        await LakeGame.PlayAsync(conversation, new ScriptedPlayer(SeededRandom.Named("p"), []), "x", TestContext.Current.CancellationToken);

        LakeConversation.Replay(Map, conversation.Rules, "notes", conversation.Steps).Messages.ShouldBe(conversation.Messages);
    }

    [Fact]
    public void The_walker_is_found_in_the_grid()
    {
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                var cell = new LakeCell(row, column);
                LakeGrid.FindWalker($"Step 1 [x].\n{LakeGrid.Render(Map, cell)}\n\nWhich?").ShouldBe(cell);
            }
        }

        LakeGrid.FindWalker("nothing").ShouldBeNull();
    }

    private sealed class Replies(params string[] replies) : LakePlayer
    {
        private readonly Queue<string> _replies = new(replies);

        public override Task<string> ReplyAsync(IReadOnlyList<LakeMessage> messages, CancellationToken cancellationToken) =>
            Task.FromResult(_replies.Dequeue());
    }
}
