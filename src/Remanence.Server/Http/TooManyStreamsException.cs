namespace Remanence.Server.Http;

/// <summary>A stream beyond the number that there may be.</summary>
internal sealed class TooManyStreamsException(bool ofClient, string message) : RemanenceException(message)
{
    /// <summary>Whether it is the client who has too many.</summary>
    public bool OfClient => ofClient;
}
