using OwnLearning;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Search.Engine;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Tests.Engine;

/// <summary>The sample's engine: a learner from outside, put together of what is public.</summary>
public sealed class SampleLearningTests : IAsyncLifetime
{
    private static readonly Scope Ann = new("ws", "ann");
    private readonly InMemoryStore _store = new();
    private ErrandEngine _engine = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _engine = ErrandEngine.Over(_store);
        await _engine.OpenAsync(Token);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task It_learns_once_what_is_to_do_and_of_nobody_else()
    {
        await SayAsync("ann", "errand: buy tea", "My bicycle is red.", "errand: don't remember this");
        await SayAsync("ben", "errand: mend the lamp");

        (await _engine.ConsolidateAsync(Ann, cancellationToken: Token)).Memories.Select(memory => memory.Content).ShouldBe(["buy tea"]);
        (await _engine.ConsolidateAsync(Ann, cancellationToken: Token)).Memories.ShouldBeEmpty();
        (await _engine.GetProfileAsync(Ann, cancellationToken: Token)).Text.ShouldBe("buy tea");
        (await _engine.ReflectAsync(Ann, cancellationToken: Token)).JobIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_to_do_goes_with_its_message()
    {
        var said = await SayAsync("ann", "errand: buy tea", "errand: mend the lamp");
        await _engine.ConsolidateAsync(Ann, cancellationToken: Token);

        await _engine.EraseAsync(Ann, said.Memories[0].Id, Token);

        (await _engine.GetProfileAsync(Ann, cancellationToken: Token)).Text.ShouldBe("mend the lamp");
        (await IndexCheck.CountAsync(_store, "ws", TimeProvider.System, Token)).ShouldBe(2);
    }

    private Task<MemorizeResult> SayAsync(string user, params string[] texts) => _engine.MemorizeAsync(
        "ws", new MemorizeRequest { UserId = user, Messages = [.. texts.Select(text => new Message { Role = "user", Content = text })] }, Token);
}
