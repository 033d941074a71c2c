using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Models.Usage;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models.Usage;

public sealed class UsageTests
{
    private static readonly ModelProfile Priced = FakeProvider.Profile() with { InputPrice = 2, OutputPrice = 10 };
    private static readonly UsageDetails Reported = new() { InputTokenCount = 1_000_000, OutputTokenCount = 100_000 };
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Calls_are_counted_for_their_workspace_day_and_job()
    {
        using var catalog = FakeProvider.Catalog(new ScriptedChat(ScriptedChat.Says("yes", usage: Reported)), Priced, _time);
        using (ModelUsage.Begin("a", "job-1"))
        {
            await catalog.Chat().GetResponseAsync("hello");
        }

        _time.Advance(TimeSpan.FromDays(1));
        using (ModelUsage.Begin("a"))
        {
            await Task.Run(() => catalog.Chat().GetResponseAsync("hello"));
        }

        using (ModelUsage.Begin("b", "job-1"))
        {
            await catalog.Chat().GetStreamingResponseAsync("hello").ToChatResponseAsync();
        }

        await catalog.Chat().GetResponseAsync("nobody's");

        var once = new UsageTotals { Calls = 1, InputTokens = 1_000_000, OutputTokens = 100_000, Cost = 3 };
        var (first, second) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2));
        (await catalog.Usage.GetWorkspaceAsync("a", first)).ShouldBe([new UsageEntry("a", first, null, once), new UsageEntry("a", second, null, once)]);
        (await catalog.Usage.GetWorkspaceAsync("a", second)).ShouldBe([new UsageEntry("a", second, null, once)]);
        (await catalog.Usage.GetWorkspaceAsync(null, first)).ShouldHaveSingleItem().Totals.ShouldBe(once);
        (await catalog.Usage.GetJobAsync("a", "job-1")).ShouldBe(once);
        (await catalog.Usage.GetJobAsync("b", "job-1")).ShouldBe(once);
        (await catalog.Usage.GetJobAsync("a", "job-2")).Calls.ShouldBe(0);
        catalog.Usage.Total.Calls.ShouldBe(4);
        catalog.Usage.Total.Cost.ShouldBe(12);
    }

    [Fact]
    public async Task Tokens_that_nobody_reports_are_estimated_and_said_to_be()
    {
        using var catalog = FakeProvider.Catalog(new ScriptedChat(ScriptedChat.Says("你好吗")), time: _time);

        await catalog.Chat().GetResponseAsync("twelve chars");

        catalog.Usage.Total.ShouldBe(new UsageTotals { Calls = 1, InputTokens = 3, OutputTokens = 3, EstimatedCalls = 1 });
    }

    [Fact]
    public async Task What_failed_without_an_answer_costs_nothing()
    {
        using var catalog = FakeProvider.Catalog(new ScriptedChat(ScriptedChat.Fails(ModelFailure.Rejected)), Priced, _time);

        await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello"));

        catalog.Usage.Total.ShouldBe(new UsageTotals { Calls = 1, Failures = 1 });
    }

    [Fact]
    public async Task A_workspace_over_its_budget_waits_for_midnight()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("yes", usage: Reported));
        using var catalog = FakeProvider.Catalog(chat, Priced, _time, new ModelBudgets { WorkspaceDay = new() { Cost = 3 } });
        using var account = ModelUsage.Begin("a");
        await catalog.Chat().GetResponseAsync("hello");

        var thrown = await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello"));
        thrown.Failure.ShouldBe(ModelFailure.OverBudget);
        thrown.Message.ShouldContain("cost 3 of 3");
        thrown.RetryAfter.ShouldBe(TimeSpan.FromHours(12));
        (await Should.ThrowAsync<ModelException>(catalog.Chat().GetStreamingResponseAsync("hello").ToChatResponseAsync())).Failure.ShouldBe(
            ModelFailure.OverBudget);
        chat.Calls.ShouldBe(1);

        using (ModelUsage.Begin("b"))
        {
            await catalog.Chat().GetResponseAsync("hello");
        }

        _time.Advance(TimeSpan.FromHours(12));
        await catalog.Chat().GetResponseAsync("hello");
        chat.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task A_job_over_its_budget_does_not_hold_up_another()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("yes", usage: Reported));
        using var catalog = FakeProvider.Catalog(chat, Priced, _time, new ModelBudgets { Job = new() { Tokens = 1_100_000 } });
        using (ModelUsage.Begin("a", "one"))
        {
            await catalog.Chat().GetResponseAsync("hello");
            (await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello"))).Message.ShouldContain("1100000 of 1100000 tokens");
        }

        using (ModelUsage.Begin("a", "two"))
        {
            await catalog.Chat().GetResponseAsync("hello");
        }

        chat.Calls.ShouldBe(2);
    }

    [Fact]
    public void Without_a_store_only_the_last_days_and_jobs_are_kept()
    {
        var usage = new UnwrittenUsage();
        var day = new DateOnly(2026, 3, 1);
        for (var i = 0; i <= UnwrittenUsage.MostEntries; i++)
        {
            usage.Add(new UsageEntry("a", day, $"{i}", new UsageTotals { Calls = 1 }));
        }

        usage.OfJob("a", "0").Calls.ShouldBe(0);
        usage.OfJob("a", $"{UnwrittenUsage.MostEntries}").Calls.ShouldBe(1);
        usage.ByDay("a", day).ShouldHaveSingleItem().Totals.Calls.ShouldBe(UnwrittenUsage.MostEntries + 1);
        for (var i = 0; i <= UnwrittenUsage.MostEntries; i++)
        {
            usage.Add(new UsageEntry("a", day.AddDays(UnwrittenUsage.Days), $"{i}", new UsageTotals { Calls = 1 }));
        }

        usage.ByDay("a", day).ShouldHaveSingleItem().Day.ShouldBe(day.AddDays(UnwrittenUsage.Days));
    }
}
