namespace Remanence.Models;

/// <summary>Why a model gave no usable answer.</summary>
public enum ModelFailure
{
    /// <summary>Not reachable, cut off, or a 5xx: worth another try.</summary>
    Unavailable,

    /// <summary>No answer, or no end of it, in time: worth another try.</summary>
    TimedOut,

    /// <summary>Too many calls: worth another try after <see cref="ModelException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>The key is missing, wrong or not allowed to do this. Nothing but a change of configuration helps.</summary>
    Unauthorized,

    /// <summary>The endpoint does not take the request (unknown model, too long, a parameter that it refuses). The same request fails again.</summary>
    Rejected,

    /// <summary>The model, or a filter before it, declined to answer.</summary>
    Refused,

    /// <summary>It answered, but not what was asked for: empty, cut short, not of the wanted shape, also after it was shown its error.</summary>
    BadReply,

    /// <summary>The budget of the workspace or job is used up.</summary>
    OverBudget,
}
