using System.Text;
using Remanence.Search;
using Remanence.Stores;

namespace Remanence.Evaluation.Retrieval;

public sealed class SearchVariantsTests
{
    [Fact]
    public void Full_search_comes_first_and_is_what_ships()
    {
        SearchVariants.All[0].ShouldBe(SearchVariants.Full);
        SearchVariants.Full.Options.ShouldBe(new SearchOptions());
    }

    [Fact]
    public void Every_variant_is_another_search_of_its_own_name()
    {
        SearchVariants.All.Select(variant => variant.Name).ShouldBeUnique(StringComparer.Ordinal);
        SearchVariants.All.Select(variant => variant.Options).Distinct().Count().ShouldBe(SearchVariants.All.Count);
        SearchVariants.All.ShouldAllBe(variant => variant.Options.Lexical || variant.Options.Vector);
    }

    [Fact]
    public async Task Every_variant_runs_on_the_engine()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(SampleData.Beam));
        var data = await EvaluationDataReader.ReadAsync(stream, TestContext.Current.CancellationToken);
        foreach (var variant in SearchVariants.All)
        {
            await using var engine = new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions { Search = variant.Options });
            await engine.OpenAsync(TestContext.Current.CancellationToken);

            var report = await new RetrievalEvaluation(engine).RunAsync(data, new() { Variant = variant.Name }, TestContext.Current.CancellationToken);

            report.Questions.ShouldBe(1);
            (await engine.ListWorkspacesAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
    }
}
