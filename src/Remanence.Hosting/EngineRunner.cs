using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Flows.Catalogue;
using Remanence.Models;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Hosting;

/// <summary>
/// Opens the store and builds models and flows before anything is served, so that what cannot work stops the start with its reason; does background work, and
/// hands it back. For services of <see cref="EngineServices.AddEngine"/>.
/// </summary>
/// <param name="services">The services; whoever made them disposes them.</param>
/// <param name="settings">The settings.</param>
/// <param name="loggers">Where it is told what became of ReMe's stores; null: nowhere.</param>
public sealed class EngineRunner(IServiceProvider services, RemanenceSettings settings, ILoggerFactory? loggers = null)
{
    // A caller may have put another service in the engine's place; then only its store is opened.
    private MemoryEngine? Engine => services.GetRequiredService<MemoryService>() as MemoryEngine;

    /// <summary>Opens everything, and takes over the files of ReMe's stores.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<ModelCatalog>();
        services.GetRequiredService<FlowCatalogue>();
        if (Engine is not { } engine)
        {
            await services.GetRequiredService<MemoryStore>().OpenAsync(cancellationToken);
            return;
        }

        await engine.OpenAsync(cancellationToken);
        await new StoreTakeover(engine, settings, (loggers ?? NullLoggerFactory.Instance).CreateLogger<EngineRunner>()).RunAsync(cancellationToken);
    }

    /// <summary>Begins background work, where the settings want any.</summary>
    /// <param name="cancellationToken">Stops the beginning.</param>
    public Task StartJobsAsync(CancellationToken cancellationToken) =>
        settings.JobsWorkers > 0 && Engine is { } engine ? engine.StartJobsAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Ends background work; what was begun is handed back.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public Task StopJobsAsync(CancellationToken cancellationToken) => Engine?.StopJobsAsync(cancellationToken) ?? Task.CompletedTask;
}
