using Remanence.Diagnostics;
using Remanence.Models.Profiles;

namespace Remanence.Models.Endpoints;

/// <summary>Says what went wrong with one endpoint as <see cref="ModelException"/>: which model, where, what happened, what to do.</summary>
public sealed class EndpointFailures(ModelProfile profile, string host)
{
    private static readonly string[] FilterWords =
    [
        "content_filter", "data_inspection_failed", "datainspectionfailed", "content_policy", "moderation", "responsibleai",
    ];

    private string Who => $"{profile.Name}: {Printable.Show(profile.Model)} at {host}";

    /// <summary>No connection.</summary>
    public ModelException Unreachable(Exception exception) => new(
        ModelFailure.Unavailable,
        $"{Who} cannot be reached ({Reason(exception)}); check that it runs and that base_url is right.",
        profile.Name,
        innerException: exception);

    /// <summary>The answer ended before its end.</summary>
    public ModelException CutOff(Exception? exception = null) => new(
        ModelFailure.Unavailable, $"{Who} broke off in the middle of its answer.", profile.Name, innerException: exception);

    /// <summary>Something, told in words, was not there in time.</summary>
    public ModelException TooSlow(string what) => new(
        ModelFailure.TimedOut, $"{Who} {what}; a longer timeout or a faster model helps.", profile.Name);

    /// <summary>An answer that is of no use; why, as the rest of a sentence that begins with the endpoint.</summary>
    public ModelException Bad(string what, Exception? exception = null) =>
        new(ModelFailure.BadReply, $"{Who} {what}.", profile.Name, innerException: exception);

    /// <summary>A request that it does not take; why, as the rest of a sentence that begins with the endpoint.</summary>
    public ModelException Rejected(string what) => new(ModelFailure.Rejected, $"{Who} {what}.", profile.Name);

    /// <summary>It declined to answer.</summary>
    public ModelException Refused() => new(ModelFailure.Refused, $"{Who} declined to answer, or a content filter stopped it.", profile.Name);

    /// <summary>An answer that is not a success.</summary>
    /// <param name="status">The status; for an error inside a stream, the one that it names.</param>
    /// <param name="error">The endpoint's words, for whoever acts on them.</param>
    /// <param name="said">The words that may be shown: without what they repeat of the request.</param>
    /// <param name="retryAfter">How long it asks to wait.</param>
    public ModelException Answered(int status, ErrorText error, string said, TimeSpan? retryAfter = null)
    {
        var (failure, what) = Kind(status, error);
        var words = said.ReplaceLineEndings(" ").Trim();
        var quote = words.Length > 0 ? " It says: " + Printable.Line(words) : "";
        return new ModelException(failure, $"{Who} {what}{quote}", profile.Name, retryAfter, new EndpointErrorException(status, error));
    }

    private static (ModelFailure Failure, string What) Kind(int status, ErrorText error) => status switch
    {
        401 or 403 when !Filtered(error) => (ModelFailure.Unauthorized, $"does not accept the key (HTTP {status}); check api_key."),
        402 => (ModelFailure.Unauthorized, "wants to be paid (HTTP 402); check the account's balance."),
        407 => (ModelFailure.Unavailable, "is behind a proxy that wants a login (HTTP 407)."),
        408 => (ModelFailure.TimedOut, "gave up waiting (HTTP 408)."),
        425 => (ModelFailure.Unavailable, "is not ready (HTTP 425)."),
        429 => (ModelFailure.RateLimited, "has too many calls to answer (HTTP 429)."),
        >= 500 => (ModelFailure.Unavailable, $"failed (HTTP {status})."),
        >= 400 when Filtered(error) => (ModelFailure.Refused, $"let a content filter stop the request (HTTP {status})."),
        404 => (ModelFailure.Rejected, "does not know the model or the path (HTTP 404); check model_name and base_url."),
        413 => (ModelFailure.Rejected, "finds the request too long (HTTP 413)."),
        >= 300 and < 400 => (ModelFailure.Rejected, $"sends elsewhere (HTTP {status}); put the final address into base_url."),
        _ => (ModelFailure.Rejected, $"does not take the request (HTTP {status})."),
    };

    private static bool Filtered(ErrorText error) => FilterWords.Any(word => error.Code.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Reason(Exception exception) =>
        exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its host name is not known",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                "no secure connection: its certificate is not trusted or it speaks plain HTTP",
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "the proxy does not let the call through",
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "it does not answer in HTTP",
            _ => "the connection broke before an answer",
        };
}
