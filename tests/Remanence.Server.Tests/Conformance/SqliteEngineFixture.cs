using Remanence.ConformanceTests.Services;
using Remanence.Sqlite;

namespace Remanence.Server.Tests.Conformance;

/// <summary>The engine over a file.</summary>
public sealed class SqliteEngineFixture : MemoryServiceFixture<MemoryEngine>
{
    private readonly TemporaryFolder _folder = new();
    private MemoryEngine? _engine;

    protected override async ValueTask<MemoryEngine> OpenAsync()
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
