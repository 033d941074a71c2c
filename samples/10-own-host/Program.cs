// A host of one's own in the place of "remanence serve": settings, engine, tools and ReMe's routes as they are, and routes that no surface of Remanence has.
//
//   dotnet run --project samples/10-own-host
//   dotnet run --project samples/10-own-host -- serve http.port=8002
//   dotnet run --project samples/10-own-host -- serve mcp.transport=stdio
using Microsoft.Extensions.AI;
using ModelContextProtocol.Server;
using OwnHost;
using Remanence.Compat.ReMe.Routes;
using Remanence.Configuration;
using Remanence.Hosting;
using Remanence.Http;
using Remanence.Mcp;
using Remanence.Services;
using Remanence.Sqlite;

const string Notes = "people/Zo%C3%AB%2F2/notes";
(string Path, HttpContent? Body)[] calls =
[
    (Notes, JsonContent.Create(new { messages = new[] { new { role = "user", content = "My cat is Miso." }, new { role = "user", content = "I row." } } })),
    (Notes + "?about=the+cat%27s+name", null),
    (Notes + "?about=%ff", null),
    (Notes, JsonContent.Create(new { messages = new[] { new { role = "user", content = 7 } } })),
    (Notes, new StringContent("I drink tea.")),
    ("retrieve_task_memory_simple", JsonContent.Create(new { workspace_id = "demo", query = "a flaky test" })),
];
var serves = args is ["serve", ..];
var made = serves ? null : Directory.CreateTempSubdirectory("remanence-host-");
var settings = RemanenceSettings.Load(new ConfigurationSources { Arguments = serves ? args[1..] : ["http.port=0", "data.path=" + made!.FullName] });
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(settings.HttpHost, settings.HttpPort));
builder.Services.AddRoutingCore()
    .AddReMeRoutes(new ReMeRouteOptions { MaxBodyBytes = settings.MaxBodyBytes, AnswersFailures = settings.ReMeErrors == FlowErrors.SuccessFalse })
    .AddSqliteMemoryStore(settings.StoreFile)
    .AddRemanenceTools("house", AIFunctionFactory.Create((string room) => $"It is 21 degrees in the {room}.", "temperature", "How warm a room is."))
    .AddEngine(settings)
    .AddMemoryMcp(settings);
await using (var app = builder.Build())
{
    var runner = app.Services.GetRequiredService<EngineRunner>();
    await runner.OpenAsync(CancellationToken.None);
    var flows = new FlowEndpoints(app.Services, ((IEndpointRouteBuilder)app).DataSources);
    var notes = new NoteRoutes(app.Services.GetRequiredService<MemoryService>(), app.Services.GetRequiredService<UnexpectedFailures>(), settings.MaxBodyBytes);
    app.Use(notes.AnswerFailuresAsync);
    app.Use(flows.Answering).Use(PathSegments.NormalizeAsync).UseRouting().Use(PathSegments.SetRouteValues);
    notes.Map(app);
    ((IEndpointRouteBuilder)app).DataSources.Add(flows);
    app.UseEndpoints(_ => { });
    await app.StartAsync();
    await runner.StartJobsAsync(CancellationToken.None);
    if (!serves)
    {
        var names = flows.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<FlowRoute>()?.Flow.Name);
        Console.WriteLine($"Remanence {EngineServices.Version}, flows: {string.Join(", ", names)}");
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var (path, body) in calls)
        {
            using var response = body is null ? await http.GetAsync(path) : await http.PostAsync(path, body);
            Console.WriteLine($"/{path}  {(int)response.StatusCode}  {await response.Content.ReadAsStringAsync()}");
        }
    }
    else
    {
        var mcp = app.Services.GetRequiredService<MemoryMcp>();
        await (settings.McpTransport == McpTransport.Stdio ? mcp.CreateServer(new StdioServerTransport("own-host")).RunAsync() : app.WaitForShutdownAsync());
    }

    await runner.StopJobsAsync(CancellationToken.None);
}

if (made is not null)
{
    var file = SqliteFileCheck.Run(settings.StoreFile);
    Console.WriteLine($"The store's file: {file.Damage ?? "sound"}, schema {file.SchemaVersion} of {file.NewestVersion}");
    made.Delete(recursive: true);
}
