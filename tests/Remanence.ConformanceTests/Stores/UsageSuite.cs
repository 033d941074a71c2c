using Remanence.Memories;
using Remanence.Models.Usage;

namespace Remanence.ConformanceTests.Stores;

/// <summary>The account of what models cost.</summary>
public abstract class UsageSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly DateOnly Day = new(2026, 5, 8);
    private static readonly UsageTotals Some =
        new() { Calls = 3, Failures = 1, InputTokens = 5_000_000_000, OutputTokens = 70, EstimatedCalls = 2, Cost = 0.123456789m };

    private IUsageStore Account => Store.ShouldBeAssignableTo<IUsageStore>()!;

    [Fact]
    public async Task What_is_added_is_summed_by_workspace_and_day_and_by_job()
    {
        await AddAsync(new("a", Day, "j", Some), new("a", Day, null, Some), new("a", Day.AddDays(1), "j", Some));
        await AddAsync(new("b", Day, "j", Some), new(null, Day, null, Some));
        await AddAsync(new UsageEntry("a", Day, "k", Some));

        var three = Some.Plus(Some).Plus(Some);
        (await Account.GetUsageAsync("a", Day, Token)).ShouldBe([new("a", Day, null, three), new("a", Day.AddDays(1), null, Some)]);
        (await Account.GetUsageAsync("a", Day.AddDays(1), Token)).ShouldBe([new("a", Day.AddDays(1), null, Some)]);
        (await Account.GetUsageAsync("a", Day.AddDays(2), Token)).ShouldBeEmpty();
        (await Account.GetUsageAsync("b", Day, Token)).ShouldBe([new("b", Day, null, Some)]);
        (await Account.GetUsageAsync(null, Day, Token)).ShouldBe([new(null, Day, null, Some)]);
        (await Account.GetUsageAsync("c", DateOnly.MinValue, Token)).ShouldBeEmpty();
        (await Account.GetJobUsageAsync("a", "j", Token)).ShouldBe(Some.Plus(Some));
        (await Account.GetJobUsageAsync("b", "j", Token)).ShouldBe(Some);
        (await Account.GetJobUsageAsync("b", "k", Token)).ShouldBe(UsageTotals.None);
    }

    [Fact]
    public async Task Nothing_of_what_many_add_at_once_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => AddAsync(new("a", Day, "j", Some), new("a", Day, $"{i}", Some)))));

        var day = (await Account.GetUsageAsync("a", Day, Token)).ShouldHaveSingleItem().Totals;
        (day.Calls, day.Cost).ShouldBe((300, 12.3456789m));
        (await Account.GetJobUsageAsync("a", "j", Token)).InputTokens.ShouldBe(250_000_000_000);
    }

    [Fact]
    public async Task It_outlives_the_store_object()
    {
        await AddAsync(new UsageEntry("a", Day, "j", Some));
        if (!Fixture.IsDurable)
        {
            return;
        }

        await ReopenAsync();
        await AddAsync(new UsageEntry("a", Day, "j", Some));

        (await Account.GetUsageAsync("a", Day, Token)).ShouldBe([new("a", Day, null, Some.Plus(Some))]);
        (await Account.GetJobUsageAsync("a", "j", Token)).ShouldBe(Some.Plus(Some));
    }

    [Fact]
    public async Task What_a_dropped_workspace_spent_is_nobodys_and_a_new_one_begins_at_nothing()
    {
        await InsertAsync(Sample.Memory(scope: new Scope("a")));
        await AddAsync(new("a", Day, "j", Some), new("a", Day.AddDays(1), null, Some), new("b", Day, null, Some));
        await AddAsync(new(null, Day, null, Some), new("charged only", Day, null, Some));

        await Store.DropWorkspaceAsync("a", Token);
        await Store.DropWorkspaceAsync("charged only", Token);
        await InsertAsync(Sample.Memory(scope: new Scope("a")));

        (await Account.GetUsageAsync("a", DateOnly.MinValue, Token)).ShouldBeEmpty();
        (await Account.GetJobUsageAsync("a", "j", Token)).ShouldBe(UsageTotals.None);
        (await Account.GetUsageAsync(null, Day, Token)).ShouldBe([new(null, Day, null, Some.Plus(Some).Plus(Some)), new(null, Day.AddDays(1), null, Some)]);
        (await Account.GetUsageAsync("b", Day, Token)).ShouldBe([new("b", Day, null, Some)]);
    }

    [Fact]
    public async Task A_job_that_is_erased_or_pruned_takes_its_own_along_and_the_day_stands()
    {
        var today = DateOnly.FromDateTime(Fixture.Clock.GetUtcNow().UtcDateTime);
        var (ann, ben) = (Sample.Job("ann", scope: new Scope("a", "ann")), Sample.Job("ben", scope: new Scope("a", "ben")));
        await Store.CommitAsync(Sample.Changes("a", jobs: [ann, ben]), Token);
        await AddAsync(new("a", today, "ann", Some), new("a", today, "ben", Some), new("a", today, "unknown", Some));

        await Store.EraseAsync(new Scope("a", "ann"), Token);
        (await Account.GetJobUsageAsync("a", "ann", Token)).ShouldBe(UsageTotals.None);
        (await Account.GetJobUsageAsync("a", "ben", Token)).ShouldBe(Some);

        // Of a job that the store does not have, what was spent on it is kept until jobs of that day are pruned.
        await Store.PruneJobsAsync(TimeSpan.Zero, Token);
        (await Account.GetJobUsageAsync("a", "unknown", Token)).ShouldBe(Some);
        Fixture.Clock.Advance(TimeSpan.FromDays(1));
        await Store.PruneJobsAsync(TimeSpan.Zero, Token);
        (await Account.GetJobUsageAsync("a", "unknown", Token)).ShouldBe(UsageTotals.None);
        (await Account.GetJobUsageAsync("a", "ben", Token)).ShouldBe(Some);
        (await Account.GetUsageAsync("a", today, Token)).ShouldHaveSingleItem().Totals.Calls.ShouldBe(9);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_added()
    {
        var good = new UsageEntry("a", Day, "j", Some);
        UsageEntry[] bad =
        [
            good with { Workspace = "\ud800" }, good with { Workspace = string.Empty }, good with { Workspace = null }, good with { JobId = "\ud800" },
            good with { Totals = new UsageTotals { Calls = -1 } }, good with { Totals = new UsageTotals { Cost = -1 } },
        ];
        foreach (var entry in bad)
        {
            await Should.ThrowAsync<ArgumentException>(() => Account.AddUsageAsync([good, entry], Token));
        }

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Account.AddUsageAsync([good], cancelled.Token));
        (await Account.GetUsageAsync("a", Day, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cost_beyond_all_sense_breaks_nothing()
    {
        await AddAsync(new UsageEntry("a", Day, null, new UsageTotals { Calls = 1, Cost = decimal.MaxValue / 2 }));

        (await Account.GetUsageAsync("a", Day, Token)).ShouldHaveSingleItem().Totals.Cost.ShouldBeGreaterThan(1_000_000_000);
    }

    private Task AddAsync(params IReadOnlyList<UsageEntry> entries) => Account.AddUsageAsync(entries, Token);
}
