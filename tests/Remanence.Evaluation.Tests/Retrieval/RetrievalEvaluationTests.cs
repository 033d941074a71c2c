using System.Text;
using System.Text.Json;

namespace Remanence.Evaluation.Retrieval;

public sealed class RetrievalEvaluationTests
{
    private readonly ScriptedMemoryService _service = new(new(StringComparer.Ordinal)
    {
        ["What did they see?"] = ["D10:1", "D1:2", "D1:1", "D2:1"],
        ["What did Ben fly?"] = ["D10:1"],
    });

    [Fact]
    public async Task Questions_are_scored_against_their_evidence()
    {
        var report = await RunAsync(SampleData.Locomo, new());

        report.Dataset.ShouldBe("locomo");
        report.Messages.ShouldBe(4);
        report.Questions.ShouldBe(2);
        report.Overall.Turns.Select(s => s.Any).ShouldBe([0.5, 1, 1]);
        report.Overall.Turns.Select(s => s.Recall).ShouldBe([0.5, 1, 1]);
        var multiHop = report.Categories.Single(c => c.Category == "multi-hop");
        multiHop.Questions.ShouldBe(1);
        multiHop.Turns[1].Ndcg.ShouldBe((1 / Math.Log2(3) + 1 / Math.Log2(5)) / (1 + 1 / Math.Log2(3)), 1e-9);
    }

    [Fact]
    public async Task Sessions_rank_by_their_first_message()
    {
        var report = await RunAsync(SampleData.Locomo, new());

        // Found: session_10, session_1, session_2; right are the last two.
        var sessions = report.Categories.Single(c => c.Category == "multi-hop").Sessions;
        sessions.Select(s => s.Recall).ShouldBe([0, 1, 1]);
        sessions[1].Ndcg.ShouldBe((1 / Math.Log2(3) + 0.5) / (1 + 1 / Math.Log2(3)), 1e-9);
    }

    [Fact]
    public async Task Questions_without_evidence_that_exists_are_skipped_and_counted()
    {
        var report = await RunAsync(SampleData.Locomo, new());

        report.Skipped.ShouldBe(2);
        _service.Retrieved.Select(r => r.Query).ShouldBe(["What did they see?", "What did Ben fly?"]);
    }

    [Fact]
    public async Task Messages_go_in_once_in_order_by_session_and_verbatim()
    {
        await RunAsync(SampleData.Locomo, new());

        _service.Memorized.Select(m => m.Request.SessionId).ShouldBe(["session_1", "session_2", "session_10"]);
        _service.Memorized.SelectMany(m => m.Request.Messages).Select(m => m.Id).ShouldBe(["D1:1", "D1:2", "D2:1", "D10:1"]);
        _service.Memorized.ShouldAllBe(m => !m.Request.Infer && m.Workspace == "eval-conv-1");
    }

    [Fact]
    public async Task Without_sessions_no_call_names_one()
    {
        var report = await RunAsync(SampleData.Locomo, new() { WithSessions = false });

        _service.Memorized.ShouldAllBe(m => m.Request.SessionId == null);
        report.Overall.Sessions[2].Recall.ShouldBe(1);
    }

    [Fact]
    public async Task Batch_size_bounds_the_messages_of_a_call()
    {
        await RunAsync(SampleData.Locomo, new() { BatchSize = 1 });

        _service.Memorized.Select(m => m.Request.Messages.Count).ShouldBe([1, 1, 1, 1]);
    }

    [Fact]
    public async Task Workspaces_are_dropped_afterwards_unless_kept()
    {
        await RunAsync(SampleData.Locomo, new() { Keep = true });
        _service.Dropped.ShouldBeEmpty();

        await RunAsync(SampleData.Locomo, new() { WorkspacePrefix = "x-" });
        _service.Dropped.ShouldBe(["x-conv-1"]);
    }

    [Fact]
    public async Task Workspaces_are_dropped_when_the_run_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var options = new RetrievalEvaluationOptions { OnDetail = (_, _) => source.CancelAsync() };

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(SampleData.Locomo, options, source.Token));

        _service.Dropped.ShouldBe(["eval-conv-1"]);
    }

    [Fact]
    public async Task Details_say_where_the_gold_was_found()
    {
        var details = new List<QuestionDetail>();
        await RunAsync(SampleData.Locomo, new() { OnDetail = (detail, _) => Add(details, detail) });

        details.Count.ShouldBe(2);
        details[0].Gold.Select(g => (g.Id, g.Rank)).ShouldBe([("D1:2", 2), ("D2:1", 4)]);
        details[0].Results.Select(r => r.Right).ShouldBe([false, true, false, true]);
        _service.Retrieved.ShouldAllBe(r => r.Explain);
        var json = JsonSerializer.Serialize(details[0], EvaluationJson.Default.QuestionDetail);
        json.ShouldContain("\"conversation\":\"conv-1\"");
        json.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Progress_ends_at_the_total()
    {
        var progress = new ProgressList();
        await RunAsync(SampleData.Locomo, new() { Progress = progress });

        progress.Reports[^1].ShouldBe(new RetrievalProgress(8, 8));
        progress.Reports.Select(p => p.Done).ShouldBeInOrder();
    }

    [Fact]
    public async Task Tables_hold_every_category_and_measure()
    {
        var report = await RunAsync(SampleData.Locomo, new());
        var text = new StringWriter();

        RetrievalReportWriter.Write(text, report);
        RetrievalReportWriter.WriteComparison(text, [report, report with { Variant = "lexical only" }]);

        string[] expected = ["multi-hop", "adversarial", "ndcg@10", "lexical only", "2 skipped", "query p50", "sessions"];
        expected.ShouldAllBe(part => text.ToString().Contains(part));
    }

    private async Task<RetrievalReport> RunAsync(string json, RetrievalEvaluationOptions options, CancellationToken? cancellationToken = null)
    {
        var token = cancellationToken ?? TestContext.Current.CancellationToken;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var data = await EvaluationDataReader.ReadAsync(stream, token);
        return await new RetrievalEvaluation(_service).RunAsync(data, options, token);
    }

    private static Task Add(List<QuestionDetail> details, QuestionDetail detail)
    {
        details.Add(detail);
        return Task.CompletedTask;
    }

    private sealed class ProgressList : IProgress<RetrievalProgress>
    {
        public List<RetrievalProgress> Reports { get; } = [];

        public void Report(RetrievalProgress value) => Reports.Add(value);
    }
}
