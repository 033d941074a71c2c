using Remanence.Flows.Catalogue;
using Remanence.Hosting;
using Remanence.Models;
using Remanence.Server.ReMe;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server;

/// <summary>
/// Opens the store and builds models and flows before the server listens, so that what cannot work stops the start with its reason; does background work while the
/// server runs, and hands it back when it stops.
/// </summary>
internal sealed class EngineHost(IServiceProvider services, RemanenceSettings settings, ILogger<EngineHost> logger) : IHostedLifecycleService
{
    // A caller may have put another service in the engine's place; then only its store is opened.
    private MemoryEngine? Engine => services.GetRequiredService<MemoryService>() as MemoryEngine;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<ModelCatalog>();
        services.GetRequiredService<FlowCatalogue>();
        if (Engine is not { } engine)
        {
            await services.GetRequiredService<MemoryStore>().OpenAsync(cancellationToken);
            return;
        }

        await engine.OpenAsync(cancellationToken);
        await new StoreTakeover(engine, settings, logger).RunAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) =>
        settings.JobsWorkers > 0 && Engine is { } engine ? engine.StartJobsAsync(cancellationToken) : Task.CompletedTask;

    // Before the last requests are answered, so that those who wait for a job are not kept waiting.
    public Task StoppingAsync(CancellationToken cancellationToken) => Engine?.StopJobsAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
