namespace Remanence.Models;

/// <summary>A model gave no usable answer. The message says what happened and what to do; it holds no key and nothing of the conversation.</summary>
public sealed class ModelException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">What kind of failure it is.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="profile">The profile that was asked.</param>
    /// <param name="retryAfter">How long the endpoint asks to wait.</param>
    /// <param name="innerException">What was caught.</param>
    public ModelException(ModelFailure failure, string message, string? profile = null, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        Profile = profile;
        RetryAfter = retryAfter;
    }

    /// <summary>What kind of failure it is.</summary>
    public ModelFailure Failure { get; }

    /// <summary>The profile that was asked, such as <c>llm.default</c>; null when not known.</summary>
    public string? Profile { get; }

    /// <summary>How long the endpoint asks to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => Failure is ModelFailure.Unavailable or ModelFailure.TimedOut or ModelFailure.RateLimited;
}
