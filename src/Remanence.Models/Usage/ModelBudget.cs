using System.Globalization;

namespace Remanence.Models.Usage;

/// <summary>What may be spent; null: without limit. A call begins while neither is used up, so the calls then running may go past it.</summary>
public sealed record ModelBudget
{
    /// <summary>In the currency of the profiles' prices. A profile without prices costs nothing.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Tokens, read and written together.</summary>
    public long? Tokens { get; init; }

    internal bool IsSet => Cost is not null || Tokens is not null;

    /// <summary>What is used up, in words; null: nothing.</summary>
    internal string? Spent(UsageTotals totals) =>
        totals.Cost >= Cost ? string.Create(CultureInfo.InvariantCulture, $"cost {totals.Cost:0.####} of {Cost:0.####}")
        : totals.Tokens >= Tokens ? string.Create(CultureInfo.InvariantCulture, $"{totals.Tokens} of {Tokens} tokens")
        : null;
}
