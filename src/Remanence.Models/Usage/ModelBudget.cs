namespace Remanence.Models.Usage;

/// <summary>What may be spent; null: without limit. A call begins while neither is used up, so the calls then running may go past it.</summary>
public sealed record ModelBudget
{
    /// <summary>In the currency of the profiles' prices. A profile without prices costs nothing.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Tokens, read and written together.</summary>
    public long? Tokens { get; init; }
}
