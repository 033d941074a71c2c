// A backend of one's own: a chat model that echoes and an embedder that hashes, without network. Settings name it by backend: hash, as any other.
//
//   dotnet run --project samples/04-model-provider -- "Which beverage does Ann like?"
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OwnProvider;
using Remanence;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Services;

var parameters = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["dimensions"] = JsonSerializer.SerializeToElement(512) };
var added = new ServiceCollection().AddSingleton<ModelProvider, HashProvider>().AddRemanence()
    .UseModel(new ModelProfile { Name = "llm.default", Backend = "hash", Model = "echo" })
    .UseModel(new ModelProfile { Name = "embedding_model.default", Backend = "hash", Model = "trigrams", Parameters = parameters });
await using var services = added.Services.BuildServiceProvider();

var question = args.Length > 0 ? args[0] : "Which beverage does Ann like?";
Console.WriteLine((await services.GetRequiredService<ModelCatalog>().Chat().GetResponseAsync(question)).Text);

var engine = services.GetRequiredService<MemoryEngine>();
await engine.OpenAsync();
await engine.StartJobsAsync();
await engine.AddAsync("demo", new AddMemoryRequest { UserId = "ann", Kind = "observation", Content = "Ann likes beverages of jasmine." });
while ((await engine.ListWorkspacesAsync())[0].Embedding is not { Memories: 1 })
{
    await Task.Delay(TimeSpan.FromMilliseconds(20));
}

var answer = await engine.RetrieveAsync("demo", new RetrieveRequest { UserId = "ann", Query = question, Explain = true });
var best = answer.Results[0];
Console.WriteLine($"{best.Memory.Content}  (near by {best.Explanation!.Similarity:0.00} in {best.Explanation.EmbeddingSpace})");
