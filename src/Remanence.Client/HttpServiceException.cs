using System.Net;

namespace Remanence.Client;

/// <summary>The server answered with something that is no answer to the request.</summary>
public sealed class HttpServiceException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="status">What the server answered.</param>
    /// <param name="message">What was wrong, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public HttpServiceException(HttpStatusCode status, string message, Exception? innerException = null)
        : base(message, innerException) => Status = status;

    /// <summary>What the server answered.</summary>
    public HttpStatusCode Status { get; }
}
