using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Remanence.Server.Http;

namespace Remanence.Server.Problems;

/// <summary>
/// Gives their problem document to the requests that the web server refuses before any code of the application runs: unreadable request lines, a NUL in the
/// path, bad headers.
/// </summary>
/// <remarks>
/// The web server would answer them with an empty body. It announces each refusal on its diagnostic source, but has no place to write an answer then:
/// the connection's own output is that place, <see cref="RejectionWriter"/>.
/// </remarks>
internal sealed partial class RejectedRequests : IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private readonly IDisposable _subscription;

    private readonly ILogger _logger;

    public RejectedRequests(DiagnosticListener listener, ILogger<RejectedRequests> logger)
    {
        _logger = logger;
        _subscription = listener.Subscribe(this, name => name == BadRequest);
    }

    /// <summary>Connection middleware: lets a refusal on this connection be answered.</summary>
    public static async Task WatchAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var transport = connection.Transport;
        var output = new RejectionWriter(transport.Output);
        connection.Features.Set(output);
        connection.Transport = new DuplexPipe(transport.Input, output);
        await next(connection);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // A body that turns out bad while the application reads it is the application's to answer.
        if (value.Value is IFeatureCollection features
            && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException error
            && features.Get<IHttpResponseFeature>() is { HasStarted: false }
            && features.Get<RejectionWriter>() is { } writer)
        {
            var trace = RequestTrace.Id;
            writer.Reject(error, trace);
            Refused(_logger, error.StatusCode, trace);
        }
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public void Dispose() => _subscription.Dispose();

    [LoggerMessage(12, LogLevel.Information, "What is no request was answered {Status}, trace {TraceId}")]
    private static partial void Refused(ILogger logger, int status, string traceId);
}
