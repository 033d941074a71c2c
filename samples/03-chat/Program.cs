// Any chat client with a memory, in one line. Tell it something, start it again, ask.
//
//   dotnet run --project samples/03-chat -- http://127.0.0.1:11434/v1 qwen3 "My daughter Mia is allergic to peanuts."
//   dotnet run --project samples/03-chat -- http://127.0.0.1:11434/v1 qwen3 "What should I leave out of Mia's cake?"
using Microsoft.Extensions.AI;
using Remanence;
using Remanence.Memories;
using Remanence.Models.Profiles;
using Remanence.OpenAI;
using Remanence.Sqlite;

if (args is not [var address, var model, var question])
{
    Console.WriteLine("Usage: 03-chat BASE_URL MODEL QUESTION");
    return 2;
}

var profile = new ModelProfile
{
    Name = "llm.default",
    Backend = "openai_compatible",
    Model = model,
    BaseUrl = new Uri(address),
    ApiKey = Environment.GetEnvironmentVariable("OPENAI_API_KEY"),
};
await using var memory = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = Path.Combine(Path.GetTempPath(), "remanence-chat.db") }));
await memory.OpenAsync();

using var chat = new OpenAIModelProvider().CreateChat(profile).AsMemoryChatClient(memory, new Scope("demo", "ann", Session: "kitchen"));

await foreach (var update in chat.GetStreamingResponseAsync(question))
{
    Console.Write(update.Text);
}

Console.WriteLine();
return 0;
