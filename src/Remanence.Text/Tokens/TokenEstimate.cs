using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Remanence.Text.Tokens;

/// <summary>
/// How many tokens a text is for a language model, by its length: a character of a script without spaces between words counts as one, an emoji as two, four
/// other characters as one. Errs on the high side; no tokenizer of a particular model is needed.
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
        switch (rune.IsBmp ? CharacterClasses.Of((char)rune.Value) : CharacterClasses.OfWide(rune))
        {
            case CharacterClass.Pictograph:
                _dense += 2;
                break;
            case CharacterClass.Cluster or CharacterClass.Leading or CharacterClass.Following or CharacterClass.Joiner or CharacterClass.Form:
                _dense++;
                break;
            default:
                _others++;
                break;
        }
    }
}
