using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Remanence.Flows.Catalogue;

namespace Remanence.DependencyInjection;

/// <summary>Opens the engine with the program, has it do background work, and hands that back when the program stops.</summary>
internal sealed class EngineHostedService(IServiceProvider services) : IHostedService
{
    private MemoryEngine Engine => services.GetRequiredService<MemoryEngine>();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A fault in a model or a flow stops the start, not the first job.
        services.GetRequiredService<FlowCatalogue>();
        await Engine.OpenAsync(cancellationToken);
        await Engine.StartJobsAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Engine.StopJobsAsync(cancellationToken);
}
