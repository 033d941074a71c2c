using Remanence.Evaluation.FrozenLake.Experiment;

namespace Remanence.Evaluation;

public sealed class JsonLinesFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remanence-lines-");

    private string FilePath => Path.Combine(_folder.FullName, "rows.jsonl");

    [Fact]
    public async Task A_line_that_was_cut_off_is_dropped_and_written_over()
    {
        await AppendAsync(Row("a"), Row(new string('b', 50)));
        var text = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(FilePath, text[..^4], TestContext.Current.CancellationToken);

        (await AppendAsync(Row("c"))).ShouldBe([Row("a"), Row("c")]);
        (await File.ReadAllLinesAsync(FilePath, TestContext.Current.CancellationToken)).Length.ShouldBe(2);
        (await AppendAsync()).ShouldBe([Row("a"), Row("c")]);
    }

    [Fact]
    public async Task A_line_that_is_no_row_is_named()
    {
        await AppendAsync(Row("a"));
        await File.AppendAllTextAsync(FilePath, "{}\n\nnonsense\n", TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<EvaluationDataException>(() => AppendAsync())).Message.ShouldContain("rows.jsonl, line 2");
    }

    [Fact]
    public async Task A_finished_file_is_in_order()
    {
        await using (var file = await OpenAsync())
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 50).Reverse(), async (i, token) => await file.AppendAsync(Row($"t{i:00}"), token));
            await file.FinishAsync((a, b) => string.CompareOrdinal(a.TaskId, b.TaskId));
            file.Rows[0].ShouldBe(Row("t00"));
        }

        (await AppendAsync()).Select(row => row.TaskId).ShouldBe(Enumerable.Range(0, 50).Select(i => $"t{i:00}"));
        _folder.GetFiles().ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static SummaryRow Row(string task) => new("http://x/", "w", task, 1, 2);

    private Task<JsonLinesFile<SummaryRow>> OpenAsync() =>
        JsonLinesFile<SummaryRow>.OpenAsync(FilePath, LakeJson.Default.SummaryRow, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<SummaryRow>> AppendAsync(params SummaryRow[] rows)
    {
        await using var file = await OpenAsync();
        foreach (var row in rows)
        {
            await file.AppendAsync(row, TestContext.Current.CancellationToken);
        }

        return [.. file.Rows];
    }
}
