// All that a memory service can do, asked of three by the same code: one in dictionaries, which has the small contract alone, the engine,
// and the client of a server.
//
//   dotnet run --project samples/13-every-capability
using EveryCapability;
using Microsoft.Extensions.Logging;
using OwnService;
using Remanence;
using Remanence.Client;
using Remanence.Hosting;
using Remanence.Server;
using Remanence.Services;
using Remanence.Stores;

var folder = Directory.CreateTempSubdirectory("remanence-tour-");
await using (var engine = new MemoryEngine(new InMemoryStore()))
await using (var server = RemanenceServer.Build(new RemanenceSettings { HttpPort = 0, DataPath = folder.FullName, LogLevel = LogLevel.None }))
{
    await engine.OpenAsync();
    await engine.StartJobsAsync();
    await server.StartAsync();
    using var client = new HttpMemoryService(RemanenceServer.AddressOf(server));
    foreach (var service in (MemoryService[])[new DictionaryMemoryService(TimeProvider.System), engine, client])
    {
        Console.WriteLine(service.GetType().Name);
        await new Tour(service, line => Console.WriteLine("  " + line)).RunAsync(CancellationToken.None);
    }
}

folder.Delete(recursive: true);
