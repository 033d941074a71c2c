// A backend of models over HTTP, in a wire form of one's own; limits and words for what goes wrong are those of every other.
//
//   dotnet run --project samples/15-http-provider
using System.Net;
using System.Net.Sockets;
using HttpProvider;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Profiles;

using var free = new TcpListener(IPAddress.Loopback, 0);
free.Start();
var address = new Uri($"http://{free.LocalEndpoint}/");
free.Stop();
using var server = new ParrotServer(address);
var profile = new ModelProfile { Name = "llm.default", Backend = "parrot", Model = "grey", BaseUrl = address, ApiKey = "sk-parrot-12345", MaxRetries = 0 };
var lost = profile with { Name = "llm.lost", BaseUrl = new Uri("http://127.0.0.1:1/") };
var mistyped = profile with { Name = "llm.mistyped", ApiKey = "key with spaces" };
using var catalog = new ModelCatalog([profile, lost, mistyped], [new ParrotProvider()]);

await AskAsync("default", "Who is there?");
await AskAsync("default", "Be quiet about my diary, please.");
await AskAsync("lost", "Who is there?");
await AskAsync("mistyped", "Who is there?");

async Task AskAsync(string model, string question)
{
    try
    {
        var reply = await catalog.Chat(model).GetResponseAsync(question, new ChatOptions { Temperature = 0.2f });
        Console.WriteLine($"{question}  {reply.Text}");
    }
    catch (ModelException exception)
    {
        Console.WriteLine($"{exception.Failure}{(exception.IsTransient ? ", worth another try" : "")}: {exception.Message}");
    }
}
