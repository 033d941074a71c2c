using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.Engine;

/// <summary>A memory keeps every time it speaks of, and a search uses them all.</summary>
public sealed class SeveralTimesTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Now = new(2024, 7, 17, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task Exact_time_stands_first_and_the_others_beside_it()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync(Said("Lately I paint a lot. I went to a workshop last week and I am going again next month.", time: Now));

        var memory = (await ListAsync(fixture, filter: null)).ShouldHaveSingleItem();

        memory.EventTime!.Value.Interval.Start.ShouldBe(new DateTimeOffset(2024, 7, 8, 0, 0, 0, TimeSpan.FromHours(2)));
        memory.State!.MoreTimes!.Select(time => time.Precision).ShouldBe([TimePrecision.Month, TimePrecision.Vague]);
    }

    [Fact]
    public async Task Filter_and_question_find_it_by_each_of_its_times()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync("a", Said("I saw the orchestra last month, and I am hearing it again next month.", time: Now));
        await fixture.SayInAsync("b", Said("I heard the orchestra on the radio.", time: Now.AddDays(-3)));

        foreach (var month in new[] { 6, 8 })
        {
            var from = new DateTimeOffset(2024, month, 10, 0, 0, 0, TimeSpan.FromHours(2));
            var filter = new MemoryFilter.Time(MemoryTimeField.Event, from, from.AddDays(1));
            (await ListAsync(fixture, filter)).ShouldHaveSingleItem().Content.ShouldStartWith("I saw");
            (await fixture.AskAsync("orchestra", request => request with { Filter = filter })).ShouldHaveSingleItem();
        }

        var asked = await fixture.AskAsync("When do I hear the orchestra in August 2024?", request => request with { Now = Now, Explain = true });
        asked[0].Memory.Content.ShouldStartWith("I saw");
        asked[0].Explanation!.MatchedTimes.ShouldNotBeNull().ShouldContain("August 2024");
    }

    [Theory]
    [InlineData("My birthday is August 17.")]
    [InlineData("我生日是八月十七")]
    public async Task Birthday_comes_again_and_is_no_single_time(string text)
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync(Said(text, time: Now));

        var memory = (await ListAsync(fixture, filter: null)).ShouldHaveSingleItem();

        memory.EventTime.ShouldBeNull();
        memory.State!.Recurrence.ShouldBe("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17");
    }

    [Fact]
    public async Task Correction_of_the_time_says_all_there_is()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync(Said("We moved in on May 3 and painted the walls on May 9.", time: Now));
        var memory = (await ListAsync(fixture, filter: null)).ShouldHaveSingleItem();
        memory.State!.MoreTimes.ShouldNotBeNull();

        var patched = await fixture.Engine.UpdateAsync(
            new Scope(Workspace),
            memory.Id,
            new MemoryPatch { EventTime = new(Now, Now.AddHours(1), TimePrecision.Hour) });

        patched.State.ShouldBeNull();
    }

    [Theory]
    [InlineData("My birthday is August 17.")]
    [InlineData("We moved in on May 3 and painted the walls on May 9.")]
    public async Task Correction_of_the_words_takes_the_times_that_were_read_from_them(string text)
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync(Said(text, time: Now));
        var memory = (await ListAsync(fixture, filter: null)).ShouldHaveSingleItem();
        memory.State.ShouldNotBeNull();

        var patched = await fixture.Engine.UpdateAsync(new Scope(Workspace), memory.Id, new MemoryPatch { Content = "We like tea." });

        patched.State.ShouldBeNull();
    }

    private static async Task<IReadOnlyList<Memory>> ListAsync(EngineFixture fixture, MemoryFilter? filter) =>
        (await fixture.Engine.ListAsync(new MemoryQuery { Scope = new Scope(Workspace), Filter = filter })).Items;
}
