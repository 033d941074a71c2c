using Remanence.Services;

namespace Remanence.ConformanceTests.Services;

/// <summary>One implementation of the memory service, opened once for a suite.</summary>
public abstract class MemoryServiceFixture : IAsyncLifetime
{
    private MemoryService? _service;

    public MemoryService Service => _service ?? throw new InvalidOperationException("The fixture is not open.");

    public async ValueTask InitializeAsync() => _service = await OpenServiceAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync();
    }

    private protected abstract ValueTask<MemoryService> OpenServiceAsync();

    protected abstract ValueTask CloseAsync();
}
