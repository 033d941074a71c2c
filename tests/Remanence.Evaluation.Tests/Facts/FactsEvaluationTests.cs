using Remanence.Stores;

namespace Remanence.Evaluation.Facts;

public sealed class FactsEvaluationTests
{
    private const string Head = "language\ttopic\tkind\ttext\texpected\n";

    [Fact]
    public async Task Facts_AreComparedByTopicWordsAndDenial()
    {
        var report = await MeasureAsync(
            Head + "en\thome\tstatement\tI live in Oslo.\tOslo\n"
            + "en\twork\tstatement\tI live in Bergen.\tBergen\n"
            + "en\tdislike\tstatement\tI love olives.\tolives\n"
            + "en\tgeneral\tnon-statement\tThe train leaves at five.\t\n");

        report.ShouldContain("home                      1      1      0      1.000   1.000");
        report.ShouldContain("work                      1      1      0      1.000   0.000");
        report.ShouldContain("dislike                   1      1      1      0.000   0.000");
        report.ShouldContain("nothing was made of 1 of 1 texts");
    }

    private static async Task<string> MeasureAsync(string table)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(cancellation);
        var evaluation = new FactsEvaluation(engine);
        using var reader = new StringReader(table);
        await evaluation.AddAsync(reader, "own.tsv", cancellation);
        await evaluation.RunAsync(progress: null, cancellation);
        await using var writer = new StringWriter();
        evaluation.Result.Write(writer);
        return writer.ToString();
    }
}
