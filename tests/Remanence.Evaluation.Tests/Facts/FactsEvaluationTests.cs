using System.Text.Json;
using Remanence.Stores;

namespace Remanence.Evaluation.Facts;

public sealed class FactsEvaluationTests
{
    private const string Head = "language\ttopic\tkind\ttext\texpected\n";

    [Fact]
    public async Task Facts_are_compared_by_topic_words_and_denial()
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

    [Fact]
    public async Task Facts_that_are_true_but_not_asked_for_are_neither_wrong_nor_missed()
    {
        var report = await MeasureAsync(
            Head + "en\thome\tstatement\tI live in Oslo. I don't eat pork.\tOslo | ?! pork | ?tea\n"
            + "en\tfood\tstatement\tI don't eat fish.\tfish\n");

        report.ShouldContain("home                      1      2      0      1.000   1.000");
        report.ShouldContain("food                      1      1      1      0.000   0.000");
    }

    /// <summary>A fact that is believed wrongly is worse than one that is missed.</summary>
    [Theory]
    [InlineData("development.tsv")]
    [InlineData("others.tsv")]
    [InlineData("held-out.tsv")]
    [InlineData("unseen.tsv")]
    [InlineData("fresh.tsv")]
    public async Task Rules_seldom_believe_what_is_not_so(string file)
    {
        var evaluation = await RunAsync(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "statements", file), TestContext.Current.CancellationToken));
        using var report = JsonDocument.Parse(evaluation.Result.ToJson());
        JsonElement[] languages = [.. report.RootElement.EnumerateArray().Select(language => language.GetProperty("overall"))];
        languages.Length.ShouldBe(2);
        double right = languages.Sum(language => language.GetProperty("right").GetInt32());
        (right / (right + languages.Sum(language => language.GetProperty("wrong").GetInt32()))).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    private static async Task<string> MeasureAsync(string table)
    {
        var evaluation = await RunAsync(table);
        await using var writer = new StringWriter();
        evaluation.Result.Write(writer);
        return writer.ToString();
    }

    private static async Task<FactsEvaluation> RunAsync(string table)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(cancellation);
        var evaluation = new FactsEvaluation(engine);
        using var reader = new StringReader(table);
        await evaluation.AddAsync(reader, "own.tsv", cancellation);
        await evaluation.RunAsync(progress: null, cancellation);
        return evaluation;
    }
}
