using Remanence.Client;
using Remanence.Services;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the memory service of a server elsewhere.</summary>
public static class RemanenceClientServiceCollectionExtensions
{
    private const string Name = "remanence";

    /// <summary>
    /// Adds <see cref="HttpMemoryService"/>, also as <see cref="MemoryService"/>, over <see cref="IHttpClientFactory"/>. Calls have no limit in time but their
    /// <see cref="CancellationToken"/>: some are streams.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="address">Where the server is, such as <c>http://127.0.0.1:8002</c>.</param>
    /// <returns>The client's builder, for headers and handlers of one's own.</returns>
    /// <exception cref="ArgumentException">The address is no absolute one of http or https.</exception>
    public static IHttpClientBuilder AddRemanenceClient(this IServiceCollection services, Uri address)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"\"{address}\" is no address of a server; write one such as http://127.0.0.1:8002.", nameof(address));
        }

        services.AddTransient<MemoryService>(provider => provider.GetRequiredService<HttpMemoryService>());
        return services.AddHttpClient(Name, client => (client.BaseAddress, client.Timeout) = (address, Timeout.InfiniteTimeSpan))
            .AddTypedClient((client, provider) => new HttpMemoryService(client, provider.GetService<TimeProvider>()));
    }
}
