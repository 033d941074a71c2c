namespace Remanence.Services;

/// <summary>A portrait of a user, ready for a prompt.</summary>
public sealed record UserProfile
{
    /// <summary>The portrait: one line an attribute, most telling first; empty when nothing is known.</summary>
    public required string Text { get; init; }

    /// <summary>What stands in the text, line by line, with where it comes from.</summary>
    public required IReadOnlyList<ProfileItem> Items { get; init; }

    /// <summary>An estimate of the text's length in tokens; never above the bound that was asked for.</summary>
    public required int Tokens { get; init; }

    /// <summary>One of <see cref="Modes"/>: verbatim where no chat model had a part in any line.</summary>
    public required string Mode { get; init; }
}
