namespace Remanence.Models.Endpoints;

/// <summary>
/// What an endpoint answered in place of a result; the cause of a <see cref="ModelException"/>. Only its status is in the message: the words are the
/// endpoint's and may quote the conversation, so that they stay where no log finds them.
/// </summary>
public sealed class EndpointErrorException(int status, ErrorText error) : Exception($"HTTP status {status}.")
{
    /// <summary>The answer's HTTP status, or what a gateway put in its place.</summary>
    public int Status { get; } = status;

    /// <summary>What the answer said.</summary>
    public ErrorText Error { get; } = error;
}
