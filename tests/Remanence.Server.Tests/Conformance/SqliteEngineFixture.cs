using Remanence.ConformanceTests.Services;
using Remanence.Services;
using Remanence.Sqlite;

namespace Remanence.Server.Tests.Conformance;

/// <summary>The engine over a file.</summary>
public sealed class SqliteEngineFixture : MemoryServiceFixture
{
    private readonly TemporaryFolder _folder = new();
    private MemoryEngine? _engine;

    protected override async ValueTask<MemoryService> OpenAsync()
    {
        _engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = _folder["remanence.db"] }));
        await _engine.OpenAsync();
        return _engine;
    }

    protected override async ValueTask CloseAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _folder.Dispose();
    }
}
