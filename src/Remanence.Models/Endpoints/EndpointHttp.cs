using System.Net;
using Remanence.Models.Profiles;

namespace Remanence.Models.Endpoints;

/// <summary>HTTP for one profile.</summary>
public static class EndpointHttp
{
    /// <summary>A client over <see cref="EndpointHandler"/>, which limits the time itself. The caller disposes it.</summary>
    public static HttpClient Create(ModelProfile profile, TimeProvider time) =>
        new(new EndpointHandler(profile, time, Sockets())) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The profile's key as a header can carry it; null where there is none.</summary>
    public static string? Key(ModelProfile profile)
    {
        var key = profile.ApiKey?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        return key.All(character => character is > ' ' and <= '~')
            ? key
            : throw new ModelException(
                ModelFailure.Unauthorized,
                $"{profile.Name}: api_key holds characters that a header cannot carry; was something else pasted?",
                profile.Name);
    }

    // A redirect would carry the key and the conversation to a place that nobody configured.
    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
