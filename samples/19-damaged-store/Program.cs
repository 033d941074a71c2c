// A store's file with a hole in it: what can be read is served, nothing is written on top, and a repair brings out all that is left.
//
//   dotnet run --project samples/19-damaged-store
using Remanence;
using Remanence.Services;
using Remanence.Sqlite;
using Remanence.Sqlite.Repair;
using Remanence.Stores;

const int Page = 4096;
var folder = Directory.CreateTempSubdirectory("remanence-damaged-");
var path = Path.Combine(folder.FullName, "remanence.db");
await using (var engine = await OpenAsync())
{
    for (var number = 1; number <= 400; number++)
    {
        var content = $"Note {number}: the {(number % 2 == 0 ? "red" : "blue")} boat lay at pier {number % 7} with {number * 3} crates of tea on board.";
        await engine.AddAsync("demo", new AddMemoryRequest { UserId = "ann", Kind = "observation", Content = content });
    }
}

// A disk lost six pages in the middle.
using (var file = File.OpenWrite(path))
{
    file.Position = file.Length / 2 / Page * Page;
    file.Write(new byte[6 * Page]);
}

await using (var engine = await OpenAsync())
{
    try
    {
        await engine.AddAsync("demo", new AddMemoryRequest { UserId = "ann", Kind = "observation", Content = "This could not be found again." });
    }
    catch (StoreDamagedException refused)
    {
        Console.WriteLine($"No change is taken: {Line(refused.Message)}");
    }
}

Tell(SqliteRepair.Run(path, dryRun: true, TimeProvider.System, CancellationToken.None));
Tell(SqliteRepair.Run(path, dryRun: false, TimeProvider.System, CancellationToken.None));
await using (var engine = await OpenAsync())
{
    await engine.AddAsync("demo", new AddMemoryRequest { UserId = "ann", Kind = "observation", Content = "The boats are all at sea again." });
    var left = (await engine.ListWorkspacesAsync())[0].Memories;
    Console.WriteLine($"{left} memories are there, and the next is taken.");
}

folder.Delete(recursive: true);

async Task<MemoryEngine> OpenAsync()
{
    var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = path }));
    await engine.OpenAsync();
    return engine;
}

void Tell(SqliteRepairReport report)
{
    Console.WriteLine($"{(report.KeptAs is null ? "It would be" : "It is")} {Words(report.Outcome)}, as {Line(report.Damage ?? "nothing is wrong")}:");
    foreach (SqliteRepairTable table in report.Tables.Where(table => table.Read + table.Lost > 0))
    {
        Console.WriteLine($"  {table.Name,-18} {table.Read,6} read, {table.Lost} lost{(table.MayLackMore ? " or more" : "")}");
    }
}

static string Words(SqliteRepairOutcome outcome) => outcome switch
{
    SqliteRepairOutcome.Sound => "sound",
    SqliteRepairOutcome.Whole => "whole again",
    _ => "repaired in part",
};

// The folder's name is another each time.
string Line(string message) => message.Replace(folder.FullName, "…", StringComparison.Ordinal).ReplaceLineEndings(" ");
