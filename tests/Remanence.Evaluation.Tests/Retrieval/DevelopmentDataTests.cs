using Remanence.Stores;

namespace Remanence.Evaluation.Retrieval;

/// <summary>The development sets may not be shipped; where they lie beside the checkout, the readers are held against them.</summary>
public sealed class DevelopmentDataTests
{
    [Theory]
    [InlineData("locomo-dev.json", "locomo", 2)]
    [InlineData("beam-100k-dev.json", "beam", 3)]
    public async Task EveryMessageAndQuestionIsUnderstood(string file, string dataset, int conversations)
    {
        var path = Find(file);
        Assert.SkipWhen(path is null, $"shared/data/{file} is not here.");

        await using var stream = File.OpenRead(path);
        var data = await EvaluationDataReader.ReadAsync(stream, TestContext.Current.CancellationToken);

        data.Dataset.ShouldBe(dataset);
        data.Conversations.Count.ShouldBe(conversations);
        foreach (var conversation in data.Conversations)
        {
            conversation.Messages.ShouldAllBe(m => m.Message.Time != null && m.Message.Content.Length > 0 && !m.Message.Content.EndsWith(",1"));
            conversation.Messages.Select(m => m.Message.Id).ShouldBeUnique(StringComparer.Ordinal);
            conversation.Questions.Count.ShouldBeGreaterThan(10);
        }
    }

    /// <summary>Not a record to beat but a floor to notice falling through: measured values are a few points higher.</summary>
    [Theory]
    [InlineData("locomo-dev.json", 0.80, 0.57)]
    [InlineData("beam-100k-dev.json", 0.86, 0.48)]
    public async Task SearchFindsTheEvidence(string file, double any, double ndcg)
    {
        var path = Find(file);
        Assert.SkipWhen(path is null, $"shared/data/{file} is not here.");
        await using var stream = File.OpenRead(path);
        var data = await EvaluationDataReader.ReadAsync(stream, TestContext.Current.CancellationToken);
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(TestContext.Current.CancellationToken);

        var report = await new RetrievalEvaluation(engine).RunAsync(data, new(), TestContext.Current.CancellationToken);

        var atTen = report.Overall.Turns.Single(scores => scores.K == 10);
        atTen.Any.ShouldBeGreaterThan(any);
        atTen.Ndcg.ShouldBeGreaterThan(ndcg);
    }

    private static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
