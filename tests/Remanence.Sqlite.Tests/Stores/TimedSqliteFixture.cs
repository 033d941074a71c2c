using OwnStore;
using Remanence.ConformanceTests.Stores;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests.Stores;

/// <summary>The sample's store around one that outlives the process: what is around it must not weaken that.</summary>
public sealed class TimedSqliteFixture : StoreFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remanence-");

    public override bool IsDurable => true;

    public override MemoryStore Create() =>
        new TimedStore<SqliteStore>(new SqliteStore(new SqliteStoreOptions { Path = Path.Combine(_folder.FullName, "store.db"), Time = Clock }), (_, _) => { });

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
