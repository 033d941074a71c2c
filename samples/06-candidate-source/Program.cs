// A search engine of one's own in the place of the index in the process. It names candidates; the engine checks, ranks, answers.
//
//   dotnet run --project samples/06-candidate-source -- "What does Ann drink?"
using OwnSource;
using Remanence;
using Remanence.Messages;
using Remanence.Search;
using Remanence.Services;
using Remanence.Stores;

await using var source = new NaiveSource();
await using var engine = new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions { Source = new CandidateSourceOptions(source) });
await engine.OpenAsync();
await engine.MemorizeAsync("demo", new MemorizeRequest
{
    UserId = "ann",
    Messages = [new Message { Role = "user", Content = "I drink jasmine tea." }, new Message { Role = "user", Content = "My bicycle is red." }],
});

var answer = await engine.RetrieveAsync("demo", new RetrieveRequest { UserId = "ann", Query = args.Length > 0 ? args[0] : "What does Ann drink?", TopK = 1 });

// A source that is behind the store does not hold an answer up for long: what is missing is said.
var found = answer.Results is [var best, ..] ? best.Memory.Content : answer.Degraded;
Console.WriteLine($"{found}  (the source stands at {await source.GetPositionAsync("demo", CancellationToken.None)})");
