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
        catalog.Usage.Workspace("a").ShouldBe([KeyValuePair.Create(new DateOnly(2026, 3, 1), once), KeyValuePair.Create(new DateOnly(2026, 3, 2), once)]);
        catalog.Usage.Job("a", "job-1").ShouldBe(once);
        catalog.Usage.Job("b", "job-1").ShouldBe(once);
        catalog.Usage.Job("a", "job-2").Calls.ShouldBe(0);
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
        (await Should.ThrowAsync<ModelException>(catalog.Chat().GetStreamingResponseAsync("hello").ToChatResponseAsync())).Failure.ShouldBe(ModelFailure.OverBudget);
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
    public void Only_the_last_days_and_jobs_are_kept()
    {
        var meter = new UsageMeter(new ModelBudgets(), _time);
        for (var day = 0; day < UsageMeter.Days + 5; day++)
        {
            meter.Add(new ModelUsage.Account("a", null), new UsageTotals { Calls = 1 });
            _time.Advance(TimeSpan.FromDays(1));
        }

        for (var job = 0; job <= UsageMeter.Jobs; job++)
        {
            meter.Add(new ModelUsage.Account("a", $"{job}"), new UsageTotals { Calls = 1 });
        }

        meter.Workspace("a").Count.ShouldBe(UsageMeter.Days);
        meter.Job("a", "0").Calls.ShouldBe(0);
        meter.Job("a", "1").Calls.ShouldBe(1);
    }
}
