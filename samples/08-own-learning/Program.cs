// An engine that learns by rules of one's own: ErrandHandler keeps what is to be done, ErrandStep erases it with its message. No model, no server.
//
//   dotnet run --project samples/08-own-learning
using OwnLearning;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Search.Engine;
using Remanence.Services;
using Remanence.Stores;

var store = new InMemoryStore();
await using var engine = ErrandEngine.Over(store);
await engine.OpenAsync();
var scope = new Scope("demo", "ann");
Message[] messages = [new() { Role = "user", Content = "errand: buy jasmine tea" }, new() { Role = "user", Content = "errand: mend the bicycle" }];
var said = await engine.MemorizeAsync("demo", new MemorizeRequest { UserId = "ann", Messages = messages });

Console.WriteLine($"learnt: {string.Join("; ", (await engine.ConsolidateAsync(scope)).Memories.Select(memory => memory.Content))}");
var (memory, score) = (await engine.Access.SearchAsync(scope, "What is wrong with the bicycle?", 1, [MemoryKinds.Observation], CancellationToken.None))[0];
Console.WriteLine($"found: {memory.Content} ({score:0.00})");

await engine.EraseAsync(scope, said.Memories[0].Id);
Console.WriteLine($"after the erasure: {(await engine.GetProfileAsync(scope)).Text}");
var (held, found) = ((await engine.ListWorkspacesAsync())[0].Memories, await IndexCheck.CountAsync(store, "demo", TimeProvider.System, CancellationToken.None));
Console.WriteLine($"the store holds {held} memories, search finds {found}");
