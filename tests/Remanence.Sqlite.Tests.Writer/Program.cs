using Remanence.Memories;
using Remanence.Sqlite;
using Remanence.Sqlite.Tests.Writer;
using Remanence.Stores;

// With a last argument "jobs" it works on jobs: see JobRounds. Otherwise it
// writes without end until it is killed: Remanence.Sqlite.Tests.Writer <file> <seed> <prefix>. On its output, "begin <lane> <changes>" stands before each
// commit and "done <lane>" after its acknowledgement; a change is "id=content" or, for a deletion, "id".
const int lanes = 3;
var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var works = args is [.., "jobs"];

// What an earlier process leased is long over for the next one.
var time = works ? new LaterTime(TimeSpan.FromHours(int.Parse(args[1]))) : TimeProvider.System;
await using var store = new SqliteStore(new SqliteStoreOptions { Path = args[0], Time = time });
try
{
    await store.OpenAsync(CancellationToken.None);
}
catch (StoreUnavailableException exception)
{
    await output.WriteLineAsync($"unavailable {exception.Message}");
    return 3;
}

if (works)
{
    await JobRounds.RunAsync(store, args[2], time, Write);
    return 0;
}

await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(() => WriteAsync(lane))));
return 0;

async Task WriteAsync(int lane)
{
    var random = new Random((int.Parse(args[1]) * lanes) + lane);
    var alive = new List<string>();
    for (var step = 0; ; step++)
    {
        var inserted = Enumerable.Range(0, random.Next(3) == 0 ? 40 : 1).Select(i => $"{args[2]}-{lane}-{step}-{i}").ToList();
        var updated = alive.Where(_ => random.Next(8) == 0).Take(4).ToList();
        var deleted = alive.Except(updated, StringComparer.Ordinal).Where(_ => random.Next(12) == 0).Take(3).ToList();
        Memory[] inserts = [.. inserted.Select(id => NewMemory(id, $"i{step}"))];
        MemoryUpdate[] updates = [.. updated.Select(id => new MemoryUpdate(NewMemory(id, $"u{step}")))];
        var changes = inserts.Concat(updates.Select(update => update.Memory)).Select(memory => $"{memory.Id}={memory.Content}").Concat(deleted);
        Write($"begin {lane} {string.Join(' ', changes)}");
        await store.CommitAsync(
            new ChangeSet
            {
                Id = $"{args[2]}-{lane}-{step}",
                Workspace = "ws",
                At = DateTimeOffset.UnixEpoch,
                Inserts = inserts,
                Updates = updates,
                Deletions = deleted,
            },
            CancellationToken.None);
        Write($"done {lane}");
        alive.AddRange(inserted);
        alive.RemoveAll(deleted.Contains);
    }
}

void Write(string line)
{
    lock (output)
    {
        output.WriteLine(line);
    }
}

static Memory NewMemory(string id, string content) => new()
{
    Id = id,
    Scope = new Scope("ws"),
    Kind = MemoryKinds.Message,
    Content = content,
    ObservedAt = DateTimeOffset.UnixEpoch,
    RecordedAt = DateTimeOffset.UnixEpoch,
    UpdatedAt = DateTimeOffset.UnixEpoch,
};
