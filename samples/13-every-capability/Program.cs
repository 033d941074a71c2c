// All that a memory service can do, asked of three by the same code: one in dictionaries, which has the small contract alone, the engine,
// and the client of a server.
//
//   dotnet run --project samples/13-every-capability
using EveryCapability;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OwnService;
using Remanence;
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
    var elsewhere = new ServiceCollection();
    elsewhere.AddRemanenceClient(RemanenceServer.AddressOf(server));
    await using var provider = elsewhere.BuildServiceProvider();
    var client = provider.GetRequiredService<MemoryService>();
    foreach (var service in (MemoryService[])[new DictionaryMemoryService(TimeProvider.System), engine, client])
    {
        Console.WriteLine(service.GetType().Name);
        await new Tour(service, line => Console.WriteLine("  " + line)).RunAsync(CancellationToken.None);
    }
}

folder.Delete(recursive: true);
