using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Text.Time;
using Remanence.Text.Time.Patterns;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.Engine;

/// <summary>Questions that name their time, by itself or by an event.</summary>
public sealed class EventTimeTests
{
    private static readonly DateTimeOffset Now = new(2024, 7, 17, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task What_was_said_last_week_comes_first()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync("a", Said("I planted tomatoes.", time: Now.AddDays(-40)));
        await fixture.SayInAsync("b", Said("I planted beans.", time: Now.AddDays(-7)));
        await fixture.SayInAsync("c", Said("I planted peas.", time: Now.AddDays(-1)));

        (await AskAsync(fixture, "What did I say last week?"))[0].ShouldContain("beans");
        (await AskAsync(fixture, "What did I say yesterday?"))[0].ShouldContain("peas");
        (await AskAsync(fixture, "我上周说了什么？"))[0].ShouldContain("beans");
    }

    [Theory]
    [InlineData("What did I like to drink before I moved to Berlin?", "tea")]
    [InlineData("What do I like to drink since I moved to Berlin?", "coffee")]
    [InlineData("After I moved to Berlin, what did I like to drink?", "coffee")]
    [InlineData("What did I like to drink until I moved to Berlin?", "tea")]
    public async Task An_event_divides_the_time(string question, string expected)
    {
        await using var fixture = await CreateAsync();
        await MovesAsync(fixture);

        var found = await AskAsync(fixture, question);

        First(found, "drink").ShouldContain(expected);
    }

    [Theory]
    [InlineData("我搬到柏林之前喜欢喝什么？", "绿茶")]
    [InlineData("搬到柏林以后我喜欢喝什么？", "咖啡")]
    public async Task An_event_divides_the_time_in_Chinese(string question, string expected)
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync("a", Said("我最喜欢喝绿茶。", time: Now.AddDays(-300)));
        await fixture.SayInAsync("b", Said("我搬到柏林了。", time: Now.AddDays(-150)));
        await fixture.SayInAsync("c", Said("我最喜欢喝咖啡。", time: Now.AddDays(-20)));

        First(await AskAsync(fixture, question), "喝").ShouldContain(expected);
    }

    // The wedding was told of a month after it was.
    [Fact]
    public async Task The_events_own_time_counts_not_when_it_was_told()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync("a", Said("I live in Hamburg now.", time: Now.AddDays(-100)));
        await fixture.SayInAsync("b", Said("The wedding was on May 4, 2024, on a boat.", time: Now.AddDays(-40)));
        await fixture.SayInAsync("c", Said("I live in Munich now.", time: Now.AddDays(-60)));

        First(await AskAsync(fixture, "Where did I live before the wedding?"), "live").ShouldContain("Hamburg");
        First(await AskAsync(fixture, "Where did I live after the wedding?"), "live").ShouldContain("Munich");
    }

    [Fact]
    public async Task The_explanation_names_the_event_and_its_date()
    {
        await using var fixture = await CreateAsync();
        await MovesAsync(fixture);

        var results = await fixture.AskAsync("What did I like to drink before I moved to Berlin?", request => request with { Now = Now, Explain = true });

        var tea = results.Single(result => result.Memory.Content.Contains("tea", StringComparison.Ordinal)).Explanation!;
        tea.MatchedTimes.ShouldBe(["before I moved to Berlin (2024-02-18)"]);
        tea.Components.Keys.ShouldContain("time");
        results.Single(result => result.Memory.Content.Contains("coffee", StringComparison.Ordinal)).Explanation!.MatchedTimes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("What did I like to drink before I joined the navy?")]
    [InlineData("What did I like to drink before lunch?")]
    [InlineData("饭后我喜欢喝什么")]
    public async Task An_event_that_nobody_told_of_sets_no_time(string question)
    {
        await using var fixture = await CreateAsync();
        await MovesAsync(fixture);

        var results = await fixture.AskAsync(question, request => request with { Now = Now, Explain = true });

        results.ShouldAllBe(result => result.Explanation!.MatchedTimes.Count == 0);
    }

    // Of two weddings that was meant which was in the year that stands beside it; and that year is not the question's own time.
    [Theory]
    [InlineData("What did I like to drink after the wedding in 2023?", "after the wedding in 2023 (2023-05-06)")]
    [InlineData("What did I like to drink before the wedding in May 2024?", "before the wedding in May 2024 (2024-05-04)")]
    [InlineData("去年五月婚礼以后我喝什么？", "去年五月婚礼以后 (2023-05-06)")]
    public async Task A_time_may_say_which_event_is_meant(string question, string expected)
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync("a", Said("The wedding of Carla was on May 6, 2023. 婚礼！", time: Now.AddDays(-420)));
        await MovesAsync(fixture);
        await fixture.SayInAsync("d", Said("The wedding was on May 4, 2024, on a boat.", time: Now.AddDays(-50)));

        var results = await fixture.AskAsync(question, request => request with { Now = Now, Explain = true });

        results.SelectMany(result => result.Explanation!.MatchedTimes).Distinct().ShouldBe([expected]);
    }

    [Theory]
    [InlineData("What did I like to drink after I moved to Berlin in 2019?", "2019")]
    [InlineData("What did I drink until I moved to Berlin yesterday?", "yesterday")]
    public async Task An_event_of_another_time_is_not_the_one_that_was_told_of(string question, string time)
    {
        await using var fixture = await CreateAsync();
        await MovesAsync(fixture);
        await fixture.SayInAsync("d", Said("I drank water in 2019.", time: Now.AddHours(-30)));

        var results = await fixture.AskAsync(question, request => request with { Now = Now, Explain = true });

        results.SelectMany(result => result.Explanation!.MatchedTimes).Distinct().ShouldBe([time]);
    }

    [Fact]
    public async Task Another_persons_event_sets_no_time()
    {
        await using var fixture = await CreateAsync();
        await fixture.Engine.MemorizeAsync(
            Workspace,
            new MemorizeRequest
            {
                Messages = [Said("I moved to Berlin.", time: Now.AddDays(-150))],
                UserId = "bob",
                Infer = false,
            });
        await fixture.Engine.MemorizeAsync(
            Workspace,
            new MemorizeRequest
            {
                Messages = [Said("I like tea.", time: Now.AddDays(-300))],
                UserId = "ann",
                Infer = false,
            });

        var results = await fixture.AskAsync(
            "What did I like before I moved to Berlin?",
            request => request with { Now = Now, UserId = "ann", Explain = true });

        results.ShouldHaveSingleItem().Explanation!.MatchedTimes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_comes_again_is_found_by_its_day()
    {
        await using var fixture = await CreateAsync();
        await InsertAsync(fixture, "birthday", "Anna was born in spring.", Recurrence.OnDate(5, 3));
        await InsertAsync(fixture, "other", "Anna was born in a small town.", recurs: null);

        (await AskAsync(fixture, "Anna on May 3"))[0].ShouldContain("spring");
        var found = await fixture.AskAsync("Anna on May 3", request => request with { Now = Now, Explain = true });
        found[0].Explanation!.MatchedTimes.ShouldBe(["May 3"]);
        (await fixture.AskAsync("Anna on May 4", request => request with { Now = Now, Explain = true })).ShouldAllBe(result =>
            result.Explanation!.MatchedTimes.Count == 0);
        (await fixture.AskAsync("明年五月有什么", request => request with { Now = Now, Explain = true }))
            .Where(result => result.Explanation!.MatchedTimes.Count > 0).ShouldHaveSingleItem().Memory.Id.ShouldBe("birthday");
    }

    [Theory]
    [InlineData("what do I do on Wednesdays?", "Wednesdays")]
    [InlineData("what's on Wednesday?", "Wednesday")]
    [InlineData("what do I do every Wednesday and Friday?", "every Wednesday and Friday")]
    [InlineData("我周三做什么", "周三")]
    [InlineData("我每周三、五做什么", "每周三、五")]
    public async Task What_comes_on_several_days_is_found_by_each_of_them(string question, string time)
    {
        await using var fixture = await CreateAsync();
        await InsertAsync(fixture, "swim", "Swimming with Ben. 游泳", HabitOf("I swim every Monday and Wednesday"));
        await InsertAsync(fixture, "sing", "Singing with Ben. 唱歌", HabitOf("I sing every Tuesday"));

        var results = await fixture.AskAsync(question, request => request with { Now = Now.AddDays(2), Explain = true });

        results[0].Memory.Id.ShouldBe("swim");
        results.Single(result => result.Memory.Id == "swim").Explanation!.MatchedTimes.ShouldBe([time]);
        results.Where(result => result.Memory.Id == "sing").ShouldAllBe(result => result.Explanation!.MatchedTimes.Count == 0);
    }

    // The choir sang on Monday, 15 July, and does not on the Monday after; who asks for Mondays at large means it all the same.
    [Theory]
    [InlineData("what was on Monday, July 15?", true)]
    [InlineData("what is on July 22?", false)]
    [InlineData("what is on July 29, 2024?", true)]
    [InlineData("what do I do on Mondays?", true)]
    public async Task What_comes_every_other_week_is_found_in_its_turn(string question, bool expected)
    {
        await using var fixture = await CreateAsync();
        await InsertAsync(fixture, "choir", "Singing with the choir.", HabitOf("The choir sings every other Monday starting July 15"));

        var results = await fixture.AskAsync(question, request => request with { Now = Now.AddDays(7), Explain = true });

        results.Any(result => result.Explanation!.MatchedTimes.Count > 0).ShouldBe(expected);
    }

    private static Recurrence HabitOf(string said) => SpokenTime.Read(said, Now).Recurrence!;

    private static async Task MovesAsync(EngineFixture fixture)
    {
        await fixture.SayInAsync("a", Said("I drink green tea most of all.", time: Now.AddDays(-300)));
        await fixture.SayInAsync("b", Said("I moved to Berlin.", time: Now.AddDays(-150)));
        await fixture.SayInAsync("c", Said("I drink black coffee most of all.", time: Now.AddDays(-20)));
    }

    private static async Task<List<string>> AskAsync(EngineFixture fixture, string question) =>
        [.. (await fixture.AskAsync(question, request => request with { Now = Now })).Select(result => result.Memory.Content)];

    private static string First(IEnumerable<string> found, string word) => found.First(content => content.Contains(word, StringComparison.Ordinal));

    private static Task InsertAsync(EngineFixture fixture, string id, string content, Recurrence? recurs) =>
        fixture.Engine.Parts.Committer.CommitAsync(
            new ChangeSet
            {
                Id = id,
                Workspace = Workspace,
                At = Now,
                Inserts =
                [
                    new Memory
                    {
                        Id = id,
                        Scope = new Scope(Workspace),
                        Kind = MemoryKinds.Observation,
                        Author = "test",
                        Content = content,
                        ObservedAt = Now.AddDays(-400),
                        RecordedAt = Now,
                        UpdatedAt = Now,
                        State = recurs is null ? null : new MemoryState { Recurrence = RecurrenceText.Format(recurs) },
                    },
                ],
            },
            CancellationToken.None);
}
