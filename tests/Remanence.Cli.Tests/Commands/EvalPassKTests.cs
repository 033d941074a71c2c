using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed class EvalPassKTests : IDisposable
{
    private const string Rows = """
        {"task_id": "a", "run_id": 0, "experiment_name": "dev, no memory", "reward": 0.0}
        {"task_id": "b", "run_id": 0, "experiment_name": "dev, no memory", "reward": 1.0}
        {"task_id": "a", "run_id": 0, "experiment_name": "dev, no memory", "reward": 1.0}
        {"task_id": "b", "run_id": 0, "experiment_name": "dev, no memory", "reward": 1.0}
        """;

    private readonly TestCli _cli = new();

    [Fact]
    public async Task A_table_has_a_line_for_each_k()
    {
        var output = (await RunAsync(_cli.File("r.jsonl", Rows))).ShouldSucceed().Out;

        output.ShouldContain("r.jsonl: dev, no memory\n2 tasks, 4 runs\n");
        output.ShouldContain("   1       2  0.750 [");
        output.ShouldContain("   2       2  1.000 [0.342, 1.000] w");
    }

    [Fact]
    public async Task Several_files_are_read_together()
    {
        var reports = (await RunAsync(_cli.File("r.jsonl", Rows), _cli.File("s.jsonl", """[{"task_id": 1, "after_score": 1}]"""), "--json"))
            .ShouldSucceed()
            .Json;

        reports.GetArrayLength().ShouldBe(2);
        reports[0].GetProperty("at")[0].GetProperty("pass").GetProperty("value").GetDouble().ShouldBe(0.75);
        reports[1].GetProperty("at")[0].GetProperty("pass").GetProperty("low").GetDouble().ShouldBe(0.2065, 0.0001);
    }

    [Fact]
    public async Task Csv_is_quoted_where_it_must_be()
    {
        var csv = _cli.PathOf("t.csv");

        (await RunAsync(_cli.File("r.jsonl", Rows), "--csv", csv)).ShouldSucceed();

        var lines = File.ReadAllLines(csv);
        lines[0].ShouldBe("file,experiment,k,tasks,pass,pass_low,pass_high,pass_method,best,best_low,best_high,best_method");
        lines[1].ShouldContain("r.jsonl,\"dev, no memory\",1,2,0.75,");
        lines.Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_bad_row_is_wrong_input() =>
        (await RunAsync(_cli.File("r.jsonl", Rows + "\n{\"task_id\": \"c\"}")))
            .ShouldFail(ExitCodes.Usage)
            .ShouldContain("line 5 cannot be used: it has none of reward");

    [Fact]
    public async Task What_is_no_text_is_wrong_input()
    {
        var path = _cli.PathOf("r.bin");
        File.WriteAllBytes(path, [0xff, 0xfe, 0x00]);

        (await RunAsync(path)).ShouldFail(ExitCodes.Usage).ShouldContain("UTF-8");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() => (await RunAsync("nowhere.jsonl")).ShouldFail(ExitCodes.Usage).ShouldContain("nowhere.jsonl");

    public void Dispose() => _cli.Dispose();

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunBareAsync(new TestConsole(), ["eval", "passk", .. args]);
}
