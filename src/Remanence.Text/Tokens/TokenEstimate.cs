using System.Diagnostics.CodeAnalysis;
using System.Text;
using Remanence.Text.Folding;

namespace Remanence.Text.Tokens;

/// <summary>
/// How many tokens a text is for a language model, by its length: an ideograph, kana or hangul counts as one, four other characters as one. Errs on the high
/// side; no tokenizer of a particular model is needed.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "A tally; two are never compared.")]
public struct TokenEstimate
{
    private long _dense;
    private long _others;

    /// <summary>The estimate for all that was added.</summary>
    public readonly int Total => (int)Math.Min(int.MaxValue, _dense + ((_others + 3) / 4));

    /// <summary>The estimate for one text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var estimate = default(TokenEstimate);
        estimate.Add(text);
        return estimate.Total;
    }

    /// <summary>Counts a text to those before.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Add(rune);
        }
    }

    /// <summary>Counts a character to those before.</summary>
    public void Add(Rune rune)
    {
        if (IsDense(rune))
        {
            _dense++;
        }
        else
        {
            _others++;
        }
    }

    private static bool IsDense(Rune rune) => CharacterFolding.IsIdeograph(rune) || CharacterFolding.IsKanaOrHangul(rune);
}
