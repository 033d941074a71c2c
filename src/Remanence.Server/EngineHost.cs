using Remanence.Hosting;

namespace Remanence.Server;

/// <summary>Has the engine ready before the server listens, and at work while it runs.</summary>
internal sealed class EngineHost(EngineRunner runner) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => runner.OpenAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => runner.StartJobsAsync(cancellationToken);

    // Before the last requests are answered, so that those who wait for a job are not kept waiting.
    public Task StoppingAsync(CancellationToken cancellationToken) => runner.StopJobsAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
