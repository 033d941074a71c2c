using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

/// <summary>Lists of memories.</summary>
public abstract class ListSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Pages_hold_everything_once_in_order_under_writes()
    {
        await Memorize(new MemorizeRequest { Messages = [.. Enumerable.Range(0, 30).Select(i => Said($"line {i}"))] });
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Service.ListAsync(new MemoryQuery { Scope = All, Cursor = cursor, Limit = 7 }, Cancelled);
            seen.AddRange(page.Items.Select(memory => memory.Content));
            cursor = page.NextCursor;
            if (seen.Count == 14)
            {
                await Service.ForgetAsync(All, page.Items[0].Id, Cancelled);
                await Memorize("line 30");
            }
        }
        while (cursor is not null);

        seen.ShouldBe(Enumerable.Range(0, 31).Select(i => $"line {i}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(int.MaxValue)]
    public Task A_limit_out_of_range_is_refused(int limit) =>
        ShouldRefuse(() => Service.ListAsync(new MemoryQuery { Scope = All, Limit = limit }, Cancelled), "limit");

    [Fact]
    public Task A_foreign_cursor_is_refused() => ShouldRefuseCursors(cursor => Service.ListAsync(new MemoryQuery { Scope = All, Cursor = cursor }, Cancelled));
}
