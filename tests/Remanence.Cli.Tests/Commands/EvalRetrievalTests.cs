using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed class EvalRetrievalTests : IDisposable
{
    private const string Data = """
        [{"id": "c1",
          "turns": [
            {"id": 0, "role": "user", "content": "I fly kites in Lisbon.", "batch": 0, "time": "March-15-2024"},
            {"id": 1, "role": "assistant", "content": "How nice!", "batch": 0, "time": null}],
          "questions": [{"type": "information_extraction", "question": "Where do I fly kites?", "gold": [0]}]}]
        """;

    private readonly TestCli _cli = new();

    [Fact]
    public async Task Run_prints_tables_and_leaves_nothing_behind()
    {
        var output = (await _cli.RunAsync("eval", "retrieval", "--data", _cli.File("d.json", Data))).ShouldSucceed().Out;

        output.ShouldContain("beam: 1 conversations, 2 messages, 1 questions");
        output.ShouldContain("information_extraction      1    1.000");
        Directory.Exists(_cli.DataPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Json_carries_every_variant_of_the_ablations()
    {
        var reports = (await _cli.RunAsync("eval", "retrieval", "--data", _cli.File("d.json", Data), "--ablations", "--json")).ShouldSucceed().Json;

        reports.EnumerateArray().Any(r => r.GetProperty("variant").GetString() == "lexical only").ShouldBeTrue();
        reports[0].GetProperty("overall").GetProperty("turns")[0].GetProperty("any").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task A_table_that_is_none_is_refused()
    {
        var file = _cli.File("d.json", Data);

        (await _cli.RunAsync("eval", "retrieval", "--data", file, "--table", file))
            .ShouldFail(ExitCodes.Usage)
            .ShouldContain("cannot be used as an embedding table");
        (await _cli.RunAsync("eval", "retrieval", "--data", file, "--table", "nowhere.bin")).ShouldFail(ExitCodes.Usage);
    }

    [Fact]
    public async Task Details_are_one_line_a_question()
    {
        var details = _cli.PathOf("details.jsonl");

        (await _cli.RunAsync("eval", "retrieval", "--data", _cli.File("d.json", Data), "--details", details)).ShouldSucceed();

        File.ReadAllLines(details).ShouldHaveSingleItem().ShouldContain("\"rank\":1");
    }

    [Fact]
    public async Task Broken_data_is_wrong_input() =>
        (await _cli.RunAsync("eval", "retrieval", "--data", _cli.File("d.json", "[]"))).ShouldFail(ExitCodes.Usage).ShouldContain("empty");

    public void Dispose() => _cli.Dispose();
}
