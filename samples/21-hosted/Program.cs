// What README shows of memory in a program with a host, word by word. It leaves remanence.db in the folder where it runs.
//
//   dotnet run --project samples/21-hosted
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Remanence.Messages;
using Remanence.Services;

var builder = Host.CreateApplicationBuilder(args);
var remanence = builder.Services.AddRemanence().UseSqlite("remanence.db");
if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is { } openAI)
{
    remanence.UseOpenAI("gpt-5-mini", openAI);                               // reads conversations; without a model, rules do
}
else if (Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { } anthropic)
{
    remanence.UseAnthropic("claude-haiku-4-5", anthropic);
}

using var host = builder.Build();
await host.StartAsync();                                                     // the store is open, background work has begun
var memory = host.Services.GetRequiredService<MemoryService>();
await memory.MemorizeAsync("demo", new MemorizeRequest { UserId = "ann", Messages = [new Message { Role = "user", Content = "My sister plays the oboe." }] });
var answer = await memory.RetrieveAsync("demo", new RetrieveRequest { UserId = "ann", Query = "Who plays the oboe?" });
Console.WriteLine(answer.Results[0].Memory.Content);
await host.StopAsync();
