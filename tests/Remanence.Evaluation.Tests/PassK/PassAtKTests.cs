namespace Remanence.Evaluation.PassK;

public sealed class PassAtKTests
{
    [Fact]
    public void Every_divisor_is_counted_by_hand()
    {
        // Task a: 0 1 | 0.5 0 → pairs reach 1 and 0.5. Task b: 0 0 | 0 0.
        var at = PassAtK.All([.. Runs("a", 0, 1, 0.5, 0), .. Runs("b", 0, 0, 0, 0)]);

        at.Select(row => row.K).ShouldBe([1, 2, 4]);
        at.Select(row => row.Pass.Value).ShouldBe([(0.25 + 0) / 2, (0.5 + 0) / 2, (1.0 + 0) / 2]);
        at.Select(row => row.Best.Value).ShouldBe([(0.375 + 0) / 2, (0.75 + 0) / 2, (1.0 + 0) / 2]);
        at.ShouldAllBe(row => row.Tasks == 2);
        at[2].Pass.Method.ShouldBe("wilson");
        at[1].Pass.Method.ShouldBe("bootstrap");
    }

    [Fact]
    public void Six_runs_have_four_divisors() => PassAtK.All(Runs("a", 0, 0, 0, 0, 0, 1)).Select(row => row.K).ShouldBe([1, 2, 3, 6]);

    [Fact]
    public void Tasks_with_fewer_runs_count_where_k_divides_theirs()
    {
        var report = PassKReport.Of(new RunSeries("f", "e", [.. Runs("a", 1, 0, 0, 0), .. Runs("b", 0, 1), .. Runs("c", 1, 1, 1)]));

        report.At.Select(row => (row.K, row.Tasks)).ShouldBe([(1, 3), (2, 2), (4, 1)]);
        report.UnevenTasks.ShouldBe(2);
        report.At[1].Pass.Value.ShouldBe((0.5 + 1) / 2);
    }

    [Fact]
    public void Almost_solved_is_not_solved() => PassAtK.All(Runs("a", 0.99)).Single().ShouldSatisfyAllConditions(
        row => row.Pass.Value.ShouldBe(0),
        row => row.Best.Value.ShouldBe(0.99));

    private static IEnumerable<RunResult> Runs(string task, params double[] rewards) => rewards.Select(reward => new RunResult(task, reward));
}
