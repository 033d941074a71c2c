namespace Remanence.Models.Usage;

/// <summary>What calls of models came to. A snapshot.</summary>
public sealed record UsageTotals
{
    /// <summary>No calls.</summary>
    public static UsageTotals None { get; } = new();

    /// <summary>Calls that began, failed ones among them; a retried one counts once, an answer from a cache not at all.</summary>
    public long Calls { get; init; }

    /// <summary>Calls that failed; cancelled ones are none.</summary>
    public long Failures { get; init; }

    /// <summary>Tokens read by models.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written by models.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Calls whose endpoint reported no tokens: theirs are estimated from the length of the text, on the high side.</summary>
    public long EstimatedCalls { get; init; }

    /// <summary>The price of the tokens by their profiles; calls of a profile without prices add nothing.</summary>
    public decimal Cost { get; init; }

    /// <summary>Tokens, read and written together.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>Both together.</summary>
    /// <param name="other">The others.</param>
    public UsageTotals Plus(UsageTotals other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new UsageTotals
        {
            Calls = Calls + other.Calls,
            Failures = Failures + other.Failures,
            InputTokens = InputTokens + other.InputTokens,
            OutputTokens = OutputTokens + other.OutputTokens,
            EstimatedCalls = EstimatedCalls + other.EstimatedCalls,
            Cost = Cost + other.Cost,
        };
    }
}
