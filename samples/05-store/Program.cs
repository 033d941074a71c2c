// A store of one's own around any other: it tells how long each operation took, and passes every suite of a store.
//
//   dotnet run --project samples/05-store
using OwnStore;
using Remanence;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Reads;

var kept = new InMemoryStore();
var store = new TimedStore<InMemoryStore>(kept, (operation, took) => Console.WriteLine($"  {operation,-20} {took.TotalMilliseconds,8:0.000} ms"));
await using var engine = new MemoryEngine(store);
await engine.OpenAsync();
Console.WriteLine("add");
await engine.AddAsync("demo", new AddMemoryRequest { UserId = "ann", Kind = "observation", Content = "Ann likes jasmine tea." });
Console.WriteLine("retrieve");
var answer = await engine.RetrieveAsync("demo", new RetrieveRequest { UserId = "ann", Query = "What does Ann like?" });
Console.WriteLine(answer.Results[0].Memory.Content);

// Who plans from what was read says so: what came in between, from this engine or another over the same place, refuses the plan.
Console.WriteLine("plan, and commit after another was faster");
var read = new ReadMark(new Scope("demo", "ann"), await store.GetFreshnessAsync("demo", CancellationToken.None));
await engine.AddAsync("demo", new AddMemoryRequest { UserId = "ann", Kind = "observation", Content = "Ann likes oolong more." });
try
{
    var (now, gone) = (TimeProvider.System.GetUtcNow(), answer.Results[0].Memory.Id);
    var plan = new ChangeSet { Id = "plan", Workspace = "demo", Actor = "sample", At = now, Reads = [read], Deletions = [gone] };
    await store.CommitAsync(plan, CancellationToken.None);
}
catch (StaleReadException stale)
{
    Console.WriteLine(stale.Message);
}
