// What README shows of the engine in a program, word by word. It leaves remanence.db in the folder where it runs.
//
//   dotnet run --project samples/20-in-process
using Remanence;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Sqlite;

await using var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = "remanence.db" }));
await engine.OpenAsync();
await engine.MemorizeAsync("demo", new MemorizeRequest { UserId = "ann", Messages = [new Message { Role = "user", Content = "I moved to Lisbon in March." }] });
var answer = await engine.RetrieveAsync("demo", new RetrieveRequest { UserId = "ann", Query = "Where does Ann live?" });
Console.WriteLine(answer.Results[0].Memory.Content);

await engine.ConsolidateAsync(new Scope("demo", "ann"));                     // facts out of messages
var portrait = await engine.GetProfileAsync(new Scope("demo", "ann"));       // The user lives in Lisbon.
Console.WriteLine(portrait.Text);
