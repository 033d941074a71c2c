namespace Remanence.Search;

/// <summary>
/// A search engine that names the candidates in the place of the index in this process. It follows the store by a job of its own, so it may lag: a search waits
/// a little for it, and then answers with what it has and says so.
/// </summary>
public sealed record CandidateSourceOptions
{
    /// <summary>Creates the options.</summary>
    /// <param name="source">The search engine; not disposed.</param>
    public CandidateSourceOptions(CandidateSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
    }

    /// <summary>The search engine.</summary>
    public CandidateSource Source { get; }

    /// <summary>How many it names for each signal before they are ranked; more when a filter leaves too few. Default 200.</summary>
    public int Candidates { get; init; } = 200;

    /// <summary>The longest that a search waits for it to show what is stored. Default 2 s.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Refuses values that cannot work.</summary>
    internal void Check()
    {
        if (Candidates < 1 || WaitLimit < TimeSpan.Zero)
        {
            throw new InvalidOperationException(
                $"A candidate source that names {Candidates} and is waited for {WaitLimit} cannot be searched; use at least 1, and no time below zero.");
        }
    }
}
