using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Models;
using Remanence.Models.Usage;
using Remanence.Stores;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models.Usage;

/// <summary>Meters over a store that keeps the account.</summary>
public sealed class KeptUsageTests : IAsyncLifetime
{
    private static readonly UsageTotals Once = new() { Calls = 1, InputTokens = 70, OutputTokens = 30 };
    private static readonly ModelUsage.Account Account = new("a", "job");
    private readonly FakeTimeProvider _time = new();
    private readonly AccountingStore _store = new();

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync() => await _store.Inner.OpenAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _store.Inner.DisposeAsync();

    [Fact]
    public async Task What_one_spent_another_knows_after_the_delay()
    {
        var (one, two) = (Meter(tokens: 100), Meter(tokens: 100));
        one.Add(Account, Once);
        await Should.ThrowAsync<ModelException>(one.CheckBudgetAsync(Account, "p", default).AsTask());
        await two.CheckBudgetAsync(Account, "p", default);
        _store.Adds.ShouldBe(0);

        _time.Advance(UsageMeter.Delay);
        await _store.AddedAsync(1);

        (await Should.ThrowAsync<ModelException>(two.CheckBudgetAsync(Account, "p", default).AsTask())).Failure.ShouldBe(ModelFailure.OverBudget);
        await two.CheckBudgetAsync(new ModelUsage.Account("b", null), "p", default);
        two.Add(Account, Once);
        (await two.GetWorkspaceAsync("a", Today)).ShouldHaveSingleItem().Totals.ShouldBe(Once.Plus(Once));
        (await two.GetJobAsync("a", "job")).ShouldBe(Once.Plus(Once));
        (await one.GetJobAsync("a", "job")).ShouldBe(Once);
    }

    [Fact]
    public async Task A_process_that_ends_leaves_its_sum_and_the_next_goes_on_from_it()
    {
        var first = Meter(tokens: 250);
        first.Add(Account, Once);
        first.Add(null, Once);
        first.Add(Account, Once);
        await first.DetachAsync();

        var second = Meter(tokens: 250);
        await second.CheckBudgetAsync(Account, "p", default);
        second.Add(Account, Once);

        await Should.ThrowAsync<ModelException>(second.CheckBudgetAsync(Account, "p", default).AsTask());
        (await second.GetWorkspaceAsync("a", Today)).ShouldHaveSingleItem().Totals.Calls.ShouldBe(3);
        (await second.GetWorkspaceAsync(null, Today)).ShouldHaveSingleItem().Totals.ShouldBe(Once);
    }

    [Fact]
    public async Task Many_calls_are_one_write_and_none_is_lost()
    {
        var meter = Meter();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => meter.Add(new ModelUsage.Account("a", $"{i % 3}"), Once))));

        _time.Advance(UsageMeter.Delay);
        await _store.AddedAsync(1);

        (await meter.GetWorkspaceAsync("a", Today)).ShouldHaveSingleItem().Totals.Calls.ShouldBe(100);
        (await meter.GetJobAsync("a", "0")).Calls.ShouldBe(34);
        _store.Adds.ShouldBe(1);
        meter.Add(Account, Once);
        _time.Advance(UsageMeter.Delay);
        await _store.AddedAsync(2);
    }

    [Fact]
    public async Task What_cannot_be_written_is_counted_all_the_same_and_written_later()
    {
        var meter = Meter();
        _store.Failure = new StoreUnavailableException("The disk is away.");
        meter.Add(Account, Once);
        _time.Advance(UsageMeter.Delay);
        await _store.TriedAsync(1);

        (await meter.GetJobAsync("a", "job")).ShouldBe(Once);
        _store.Failure = null;
        _time.Advance(UsageMeter.Delay);
        await _store.AddedAsync(1);
        (await _store.Inner.GetJobUsageAsync("a", "job", default)).ShouldBe(Once);
        (await meter.GetJobAsync("a", "job")).ShouldBe(Once);
    }

    [Fact]
    public async Task Without_a_budget_nobody_reads_the_account()
    {
        var meter = Meter();
        await meter.CheckBudgetAsync(Account, "p", default);
        _store.Reads.ShouldBe(0);
        await Meter(tokens: 1).CheckBudgetAsync(Account, "p", default);
        _store.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_store_that_cannot_say_what_is_left_holds_up_the_call()
    {
        var meter = Meter(tokens: 1);
        _store.ReadFailure = new StoreUnavailableException("The disk is away.");

        (await Should.ThrowAsync<ModelException>(meter.CheckBudgetAsync(Account, "p", default).AsTask())).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Fact]
    public async Task An_engine_has_its_models_metered_in_its_store_and_writes_when_it_ends()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("yes", usage: new UsageDetails { InputTokenCount = 70, OutputTokenCount = 30 }));
        using var catalog = FakeProvider.Catalog(chat, time: _time);
        var engine = new MemoryEngine(_store.Inner, new MemoryEngineOptions { OwnsStore = false, Usage = catalog.Usage }, _time);
        await engine.OpenAsync();
        using (ModelUsage.Begin("a"))
        {
            await catalog.Chat().GetResponseAsync("hello");
        }

        (await _store.Inner.GetUsageAsync("a", Today, default)).ShouldBeEmpty();
        await engine.DisposeAsync();

        (await _store.Inner.GetUsageAsync("a", Today, default)).ShouldHaveSingleItem().Totals.ShouldBe(Once);
    }

    private UsageMeter Meter(long? tokens = null)
    {
        var meter = new UsageMeter(new ModelBudgets { WorkspaceDay = new() { Tokens = tokens } }, _time, NullLogger.Instance);
        meter.TryAttach(_store).ShouldBeTrue();
        return meter;
    }
}
