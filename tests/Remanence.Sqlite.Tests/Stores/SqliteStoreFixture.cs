using Remanence.ConformanceTests.Stores;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests.Stores;

public sealed class SqliteStoreFixture : StoreFixture
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("remanence-");

    public string File => Path.Combine(Folder.FullName, "store.db");

    public override bool IsDurable => true;

    public override MemoryStore Create() => new SqliteStore(new SqliteStoreOptions { Path = File, Time = Clock });

    public override ValueTask DisposeAsync()
    {
        Folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
