// Remember a conversation in one file, ask about it, erase it. Run twice to see that the memory stays: dotnet run --project samples/01-quickstart
using Remanence;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Sqlite;

await using var engine = new MemoryEngine(
    new SqliteStore(new SqliteStoreOptions { Path = Path.Combine(Path.GetTempPath(), "remanence-quickstart", "memory.db") }));
await engine.OpenAsync();

await engine.MemorizeAsync(
    "quickstart",
    new MemorizeRequest
    {
        UserId = "ann",
        SessionId = "monday",
        Messages =
        [
            new Message
            {
                Id = "1",
                Role = "user",
                Name = "Ann",
                Content = "My daughter Mia is allergic to peanuts.",
                Time = new(2026, 5, 8, 13, 56, 0, TimeSpan.Zero),
            },
            new Message
            {
                Id = "2",
                Role = "assistant",
                Content = "Noted. I will keep snacks peanut-free.",
            },
            new Message
            {
                Id = "3",
                Role = "user",
                Name = "Ann",
                Content = "我上周三带她去医院打了疫苗。",
            },
        ],
    });

foreach (var question in (string[])["What can Mia not eat?", "疫苗是什么时候打的？"])
{
    var answer = await engine.RetrieveAsync("quickstart", new RetrieveRequest { UserId = "ann", Query = question, TopK = 1 });
    var best = answer.Results[0];
    Console.WriteLine($"{question}\n  {best.Memory.Content}  (score {best.Score:0.00}, {answer.TookMs:0.0} ms)");
    if (best.Memory.EventTime is { } time)
    {
        Console.WriteLine($"  speaks about {time.Start:yyyy-MM-dd}");
    }
}

if (args is ["erase"])
{
    var erased = await engine.EraseAsync(new Scope("quickstart", "ann"));
    Console.WriteLine($"Erased {erased.Memories} memories.");
}
