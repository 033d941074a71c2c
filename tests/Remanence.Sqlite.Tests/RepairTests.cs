using System.Text;
using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Sqlite.Repair;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>Out of a damaged file comes all that can be read, and nothing that was erased; the store takes changes again.</summary>
public sealed class RepairTests : IDisposable
{
    private const int All = 420;
    private const string Secret = "what eve said to nobody else";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // How many memories are on pages that are whole.
    public static TheoryData<string, int> Bounds()
    {
        var data = new TheoryData<string, int>();
        foreach (string name in Damages.Names().Select(row => row.Data))
        {
            data.Add(name, name switch
            {
                "a table's leaf is noise" or "a table's leaf is zeroed" or "a leaf has half a page of another" => All - 6,
                "an overflow page is noise" or "an overflow page is zeroed" => All - 1,
                "the file is cut" => All / 2,
                "the file is cut in a page" => All / 4,
                _ => All,
            });
        }

        return data;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task Brings_out_what_can_be_read(string damage, int least)
    {
        await FillAsync();
        DamageTests.Damage(_folder.Store, damage);
        var damaged = await File.ReadAllBytesAsync(_folder.Store, Token);

        var report = SqliteRepair.Run(_folder.Store, dryRun: false, TimeProvider.System, Token);

        if (report.Outcome == SqliteRepairOutcome.Sound)
        {
            // What SQLite heals as it opens.
            (await CountAsync()).ShouldBe(All);
            return;
        }

        var memories = report.Tables.Single(table => table.Name == "memories");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{damage}: {report.Outcome} {report.Damage} {string.Join(", ", report.Tables.Where(table => table.Read + table.Lost > 0 || table.MayLackMore))}");
        memories.Read.ShouldBeGreaterThanOrEqualTo(least);
        report.Outcome.ShouldBe(least == All ? SqliteRepairOutcome.Whole : SqliteRepairOutcome.Partial);
        if (least < All && !damage.Contains("cut", StringComparison.Ordinal))
        {
            (memories.Read + memories.Lost).ShouldBe(All);
        }

        (await File.ReadAllBytesAsync(report.KeptAs!, Token)).ShouldBe(damaged);
        File.Exists(_folder.Store + ".new").ShouldBeFalse();
        (await CountAsync()).ShouldBe((int)memories.Read);
        await NothingErasedIsBackAsync();
        SqliteRepair.Run(_folder.Store, dryRun: false, TimeProvider.System, Token).Outcome.ShouldBe(SqliteRepairOutcome.Sound);
    }

    [Fact]
    public async Task Whatever_is_damaged_the_new_file_is_sound_and_has_nothing_that_was_erased()
    {
        await FillAsync();
        var sound = await File.ReadAllBytesAsync(_folder.Store, Token);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var bytes = sound.ToArray();
            for (var wounds = random.Next(1, 6); wounds > 0; wounds--)
            {
                Wound(random, bytes);
            }

            await File.WriteAllBytesAsync(_folder.Store, bytes, Token);
            SqliteRepairReport report;
            try
            {
                report = SqliteRepair.Run(_folder.Store, dryRun: false, TimeProvider.System, Token);
            }
            catch (StoreUnavailableException newer) when (newer.Message.Contains("newer", StringComparison.Ordinal))
            {
                // Nobody can tell a number that is damaged from one that is not known yet.
                continue;
            }

            SqliteFileCheck.Run(_folder.Store).Damage.ShouldBeNull($"seed {seed}");
            if (report.Outcome != SqliteRepairOutcome.Sound)
            {
                await NothingErasedIsBackAsync();
                report
                    .Tables.Single(table => table.Name == "memories")
                    .Read.ShouldBeInRange(All - 160, All, $"seed {seed}: {report.Damage} {string.Join(' ', report.Tables)}");
                File.Delete(report.KeptAs!);
            }
        }
    }

    // A page lost, noise of any length, another page's bytes, or a few bits.
    private static void Wound(Random random, byte[] bytes)
    {
        var page = random.Next(bytes.Length / StoreFile.PageSize) * StoreFile.PageSize;
        switch (random.Next(4))
        {
            case 0:
                bytes.AsSpan(page, StoreFile.PageSize).Clear();
                break;
            case 1:
                random.NextBytes(bytes.AsSpan(page + random.Next(4_000), random.Next(1, 96)));
                break;
            case 2:
                bytes.AsSpan(random.Next(bytes.Length / StoreFile.PageSize) * StoreFile.PageSize, StoreFile.PageSize).CopyTo(bytes.AsSpan(page));
                break;
            default:
                for (var i = 0; i < 8; i++)
                {
                    bytes[page + random.Next(128)] ^= (byte)(1 << random.Next(8));
                }

                break;
        }
    }

    private async Task FillAsync()
    {
        await DamageTests.Fill(_folder.Store);
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        var eve = new Scope("ws", "eve");
        for (var i = 0; i < 5; i++)
        {
            var hers = Enumerable.Range(0, 8).Select(at => Sample.Memory(scope: eve, content: Secret + new string('s', at * 900))).ToList();
            var others = Enumerable.Range(0, 4).Select(at => Sample.Memory(content: $"kept {i} {at}" + new string('k', at * 300))).ToList();
            await store.CommitAsync(Sample.Changes(inserts: [.. hers, .. others]), Token);
            await store.EraseAsync("ws", [hers[0].Id], Token);
            await store.CommitAsync(Sample.Changes(deletions: [hers[1].Id]), Token);
        }

        await store.EraseAsync(eve, Token);
        await store.FinishErasuresAsync(Token);
    }

    private async Task<int> CountAsync()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        var ids = await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token);
        (await store.GetAsync("ws", ids, Token)).Count.ShouldBe(ids.Count);
        (await store.ListWorkspacesAsync(Token)).Single(workspace => workspace.Name == "ws").Memories.ShouldBe(ids.Count);
        await foreach (var entry in store.ReadHistoryAsync("ws", Token))
        {
            // What has no state at all is no entry, and no import would take it.
            (entry.After ?? entry.Before).ShouldNotBeNull();
        }

        var memory = Sample.Memory();
        await store.CommitAsync(Sample.Changes(inserts: [memory]), Token);
        (await store.GetAsync("ws", memory.Id, Token)).ShouldNotBeNull();
        await store.CommitAsync(Sample.Changes(deletions: [memory.Id]), Token);
        store.Damage.ShouldBeNull();
        return ids.Count;
    }

    private async Task NothingErasedIsBackAsync()
    {
        foreach (var file in new[] { _folder.Store, _folder.Store + "-wal" }.Where(File.Exists))
        {
            var bytes = await File.ReadAllBytesAsync(file, Token);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)).ShouldBe(-1);
            bytes.AsSpan().IndexOf("ggggggggg"u8).ShouldBe(-1);
        }
    }
}
