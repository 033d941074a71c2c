using Remanence.ConformanceTests.Services;
using Remanence.Stores;

namespace Remanence.Server.Tests.Conformance;

/// <summary>The engine over a store in memory.</summary>
public sealed class InMemoryEngineFixture : MemoryServiceFixture<MemoryEngine>
{
    private MemoryEngine? _engine;

    protected override async ValueTask<MemoryEngine> OpenAsync()
    {
        _engine = new MemoryEngine(new InMemoryStore());
        await _engine.OpenAsync();
        return _engine;
    }

    protected override ValueTask CloseAsync() => _engine?.DisposeAsync() ?? ValueTask.CompletedTask;
}
