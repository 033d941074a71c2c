using Microsoft.Extensions.Diagnostics.HealthChecks;
using Remanence.Stores;

namespace Remanence.DependencyInjection;

/// <summary>Whether changes are taken: the store is open, no damage of it was found, and there is room.</summary>
internal sealed class StoreHealthCheck(MemoryStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (store.Damage is { } damage)
        {
            return Failed(damage);
        }

        try
        {
            if (await store.FindFullAsync(cancellationToken) is { } full)
            {
                return Failed(full);
            }

            await store.CountJobsAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is RemanenceException or InvalidOperationException)
        {
            return Failed(exception);
        }

        HealthCheckResult Failed(Exception why) => new(context.Registration.FailureStatus, why.Message, why);
    }
}
