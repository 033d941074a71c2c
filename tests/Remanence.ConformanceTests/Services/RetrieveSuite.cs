using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Services;

public abstract class RetrieveSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task The_best_answer_comes_first_with_its_score_and_source()
    {
        await Memorize("The weather was dull on Tuesday");
        var wanted = await Memorize("My sister Clara plays the violin");

        var found = await Service.RetrieveAsync(Workspace, new RetrieveRequest { Query = "who plays the violin?", TopK = 2 }, Cancelled);

        found.Results[0].Memory.Id.ShouldBe(wanted.Memories[0].Id);
        found.Results[0].Memory.Sources.ShouldNotBeNull().ShouldHaveSingleItem().ResourceId.ShouldBe(wanted.ResourceId);
        found.Results[0].Explanation.ShouldBeNull();
        found.Results.Select(result => result.Score).ShouldBeInOrder(SortDirection.Descending);
        found.TookMs.ShouldBeGreaterThanOrEqualTo(0);
        found.Mode.ShouldBe(Modes.Verbatim);
    }

    [Fact]
    public async Task An_explanation_sums_to_the_score()
    {
        await Memorize("Clara plays the violin");

        var found = await Service.RetrieveAsync(Workspace, new RetrieveRequest { Query = "violin", Explain = true }, Cancelled);

        var result = found.Results.ShouldHaveSingleItem();
        var explanation = result.Explanation.ShouldNotBeNull();
        explanation.Components.Values.Sum().ShouldBe(result.Score, 1e-4);
        explanation.Reason.ShouldNotBeNullOrWhiteSpace();
        explanation.MatchedTerms.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Top_k_bounds_the_answer()
    {
        await Memorize(new MemorizeRequest { Messages = [.. Enumerable.Range(0, 30).Select(i => Said($"violin lesson number {i}"))] });

        var found = await Service.RetrieveAsync(Workspace, new RetrieveRequest { Query = "violin lesson", TopK = 7 }, Cancelled);

        found.Results.Count.ShouldBe(7);
        found.Results.Select(result => result.Memory.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(7);
    }

    [Fact]
    public async Task Kinds_and_filters_narrow()
    {
        await Memorize("violin as a message");
        await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "violin as knowledge", Kind = MemoryKinds.Knowledge }, Cancelled);

        var kinds = await Service.RetrieveAsync(Workspace, new RetrieveRequest { Query = "violin", Kinds = [MemoryKinds.Knowledge] }, Cancelled);
        kinds.Results.ShouldHaveSingleItem().Memory.Content.ShouldBe("violin as knowledge");
        var filter = await Service.RetrieveAsync(
            Workspace, new RetrieveRequest { Query = "violin", Filter = new MemoryFilter.Not(new MemoryFilter.Kind([MemoryKinds.Knowledge])) }, Cancelled);
        filter.Results.ShouldHaveSingleItem().Memory.Content.ShouldBe("violin as a message");
    }

    [Fact]
    public async Task Metadata_can_be_filtered_by()
    {
        var red = new AddMemoryRequest { Content = "the violin is red", Metadata = Json("""{"colour": {"name": "red", "warmth": 0.9}}""") };
        var id = (await Service.AddAsync(Workspace, red, Cancelled)).Id;
        await Remember("the violin is blue");
        var filter = new MemoryFilter.And(
        [
            new MemoryFilter.Metadata(["colour", "name"], MetadataOperator.Eq, [Json("\"red\"")]),
            new MemoryFilter.Metadata(["colour", "warmth"], MetadataOperator.Gte, [Json("0.5")]),
        ]);

        var found = await Service.RetrieveAsync(Workspace, new RetrieveRequest { Query = "violin", Filter = filter }, Cancelled);

        found.Results.ShouldHaveSingleItem().Memory.Id.ShouldBe(id);
        (await List(filter: filter)).ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_token_budget_bounds_the_text()
    {
        await Memorize(new MemorizeRequest { Messages = [.. Enumerable.Range(0, 20).Select(i => Said($"violin lesson number {i} " + new string('x', 100)))] });

        var found = await Service.RetrieveAsync(Workspace, new RetrieveRequest { Query = "violin lesson", TopK = 20, MaxTokens = 100 }, Cancelled);

        found.Results.Count.ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task An_unknown_workspace_holds_nothing()
    {
        (await Find("anything")).ShouldBeEmpty();
        (await List()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AND OR NOT NEAR \"unclosed")]
    [InlineData("* ? ( ) [ ] { } ^ ~ : / \\ + - ! && ||")]
    [InlineData("'; DROP TABLE memories; --")]
    [InlineData("!!!")]
    [InlineData("😀😀😀")]
    [InlineData("\u202E\u0001")]
    public async Task Any_text_is_a_query(string query)
    {
        await Memorize("My sister plays the violin");

        await Find(query);
    }

    [Fact]
    public async Task A_query_may_be_long()
    {
        await Memorize("My sister plays the violin");

        await Find(string.Concat(Enumerable.Repeat("violin ", ServiceLimits.MaxQueryLength / 7)));
    }
}
