namespace Remanence.Evaluation.PassK;

public sealed class RunFileReaderTests
{
    [Theory]
    [InlineData("""{"task_id": "t", "run_id": 0, "reward": 0.5, "task_completed": true}""", 0.5)]
    [InlineData("""{"task_id": "t", "reward": "1.0"}""", 1)]
    [InlineData("""{"task_id": "t", "reward": null, "success": true}""", 1)]
    [InlineData("""{"task_id": 7, "success": false, "task_completed": true}""", 0)]
    [InlineData("""{"id": "t", "task_completed": true}""", 1)]
    [InlineData("""{"task_id": "t", "task_completed": true, "before_score": 0.1, "after_score": 0.75, "uplift_score": 0.65}""", 0.75)]
    [InlineData("""[{"task_id": "t", "after_score": 1}]""", 1)]
    public async Task The_reward_of_a_row_is_found(string row, double reward) =>
        (await ReadAsync(row)).ShouldHaveSingleItem().Runs.ShouldHaveSingleItem().Reward.ShouldBe(reward);

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("""{"task_id": "t", "reward": NaN}""", "not JSON")]
    [InlineData("7", "a row is an object, and this is a number")]
    [InlineData("""{"reward": 1}""", "no task_id")]
    [InlineData("""{"task_id": "t"}""", "none of reward")]
    [InlineData("""{"task_id": "t", "reward": "good"}""", "its reward is a text")]
    [InlineData("""{"task_id": "t", "reward": []}""", "its reward is a list")]
    [InlineData("""{"task_id": "t", "reward": "Infinity"}""", "not a finite")]
    [InlineData("""{"task_id": "t", "reward": 1e999}""", "not a finite")]
    public async Task A_bad_row_is_named_with_its_reason(string row, string reason)
    {
        var fault = await Should.ThrowAsync<EvaluationDataException>(() => ReadAsync("""{"task_id": "t", "reward": 1}""", string.Empty, row));

        fault.Message.ShouldStartWith("f.jsonl, line 3 cannot be used: ");
        fault.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Several_bad_rows_are_named_together() =>
        (await Should.ThrowAsync<EvaluationDataException>(() => ReadAsync("{", "{", "{"))).Message.ShouldEndWith("Nor can lines 2, 3.");

    [Fact]
    public async Task Experiments_are_kept_apart()
    {
        var series = await ReadAsync(
            """{"task_id": "t", "experiment_name": "a", "reward": 1}""",
            """{"task_id": "t", "experiment_name": "b", "reward": 0}""",
            """{"task_id": "t", "experiment_name": "a", "reward": 0}""");

        series.Select(each => (each.Experiment, each.Runs.Count)).ShouldBe([("a", 2), ("b", 1)]);
    }

    [Fact]
    public async Task An_empty_file_is_refused() => (await Should.ThrowAsync<EvaluationDataException>(() => ReadAsync())).Message.ShouldContain("no runs");

    private static Task<IReadOnlyList<RunSeries>> ReadAsync(params string[] lines) =>
        RunFileReader.ReadAsync(new StringReader(string.Join('\n', lines)), "f.jsonl", TestContext.Current.CancellationToken);
}
