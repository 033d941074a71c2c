using Microsoft.Extensions.DependencyInjection;

namespace Remanence.DependencyInjection;

/// <summary>
/// What <c>AddRemanence</c> returns, so that a store and models can be named behind it: <c>AddRemanence().UseSqlite("remanence.db")</c>. Not thread-safe.
/// </summary>
public sealed class RemanenceBuilder
{
    /// <summary>Creates a builder over services to which the engine was added.</summary>
    /// <param name="services">The services.</param>
    public RemanenceBuilder(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Services = services;
    }

    /// <summary>The services, for whatever else the program needs.</summary>
    public IServiceCollection Services { get; }
}
