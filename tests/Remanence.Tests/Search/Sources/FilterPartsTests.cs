using FsCheck;
using FsCheck.Fluent;
using Remanence.ConformanceTests.Stores;
using Remanence.Embeddings;
using Remanence.Search;
using Remanence.Search.Sources;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Stores.Reads;

namespace Remanence.Tests.Search.Sources;

public sealed class FilterPartsTests
{
    [Fact]
    public void What_can_be_answered_admits_all_that_the_filter_admits()
    {
        Prop.ForAll<int, byte>((seed, known) =>
        {
            var random = new RandomFilters(seed);
            var memories = Enumerable.Range(0, 10).Select(_ => random.NextMemory()).ToList();
            for (var i = 0; i < 20; i++)
            {
                var filter = random.NextFilter(4);
                var part = FilterParts.Answerable(filter, condition => Knows(condition, known));
                memories.Where(filter.Matches).ShouldAllBe(memory => part == null || part.Matches(memory), $"{seed}/{known}/{i}: {filter}");
                Unknown(part, known).ShouldBeFalse();
                var whole = FilterParts.Answerable(filter, _ => true);
                memories.Where(memory => whole?.Matches(memory) ?? true).ShouldBe(memories.Where(filter.Matches));
            }
        }).Hold();
    }

    [Fact]
    public void A_position_is_read_as_it_was_written() =>
        Prop.ForAll<long, long, NonNull<string>>((generation, sequence, name) =>
        {
            EmbeddingSpace?[] spaces = [null, new EmbeddingSpace(WellFormed(name.Get), 1_536, $"{WellFormed(name.Get)} : %20")];
            foreach (var space in spaces)
            {
                var position = new SourcePosition(new Freshness(generation, sequence), space);
                SourcePosition.Read(position.Write()).ShouldBe(position);
            }
        }).Hold();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1 2")]
    [InlineData("terms-1 1 2")]
    [InlineData("1 x")]
    [InlineData("1 2 3")]
    [InlineData("1 2 99999999 a b")]
    public void What_is_no_position_is_none(string? text) => SourcePosition.Read(text).ShouldBeNull();

    private static string WellFormed(string text) => StoreArguments.IsWellFormed(text) ? text : "";

    private static bool Knows(MemoryFilter condition, byte known) => condition switch
    {
        MemoryFilter.Kind => (known & 1) != 0,
        MemoryFilter.Status => (known & 2) != 0,
        MemoryFilter.Time => (known & 4) != 0,
        MemoryFilter.Keyword => (known & 8) != 0,
        MemoryFilter.Metadata => (known & 16) != 0,
        _ => (known & 32) != 0,
    };

    private static bool Unknown(MemoryFilter? filter, byte known) => filter switch
    {
        null => false,
        MemoryFilter.And and => and.Parts.Any(part => Unknown(part, known)),
        MemoryFilter.Or or => or.Parts.Any(part => Unknown(part, known)),
        MemoryFilter.Not not => Unknown(not.Part, known),
        _ => !Knows(filter, known),
    };
}
