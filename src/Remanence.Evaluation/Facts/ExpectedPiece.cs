using System.Text;

namespace Remanence.Evaluation.Facts;

/// <summary>
/// A piece of what is to be believed, in the words of who wrote the statement down. A fact says it when it holds the piece as it stands, or, where no name is
/// meant, its words in any form and order: "nursing student" is said by "studies nursing". A piece that begins with "!" wants a fact that denies;
/// one that begins with "?" is true but need not be believed.
/// </summary>
internal sealed class ExpectedPiece
{
    private const int Stem = 4;
    private const int ShortestSpread = 4;
    private readonly string _plain;
    private readonly string[] _words;
    private readonly bool _isName;

    private ExpectedPiece(string text, bool denies, bool isOptional)
    {
        Text = text;
        Denies = denies;
        IsOptional = isOptional;
        _plain = Plain(text);
        _words = _plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _isName =
            text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
            && words.All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]));
    }

    public string Text { get; }

    /// <summary>Whether a fact must deny to say it.</summary>
    public bool Denies { get; }

    /// <summary>Whether it is true but need not be believed: nobody misses it.</summary>
    public bool IsOptional { get; }

    public static ExpectedPiece Of(string text)
    {
        var isOptional = text.StartsWith('?');
        var piece = isOptional ? text[1..].TrimStart() : text;
        var denies = piece.StartsWith('!');
        return new ExpectedPiece(denies ? piece[1..].TrimStart() : piece, denies, isOptional);
    }

    /// <summary>Whether it tells of a value in full, as "French and Arabic" tells of Arabic.</summary>
    public bool Tells(string? value) => value is not null && Plain(value) is { Length: > 1 } plain
        && (_plain.Any(IsIdeograph) ? _plain.Contains(plain, StringComparison.Ordinal) : $" {_plain} ".Contains($" {plain} ", StringComparison.Ordinal));

    /// <summary>Whether the words of a fact say it.</summary>
    public bool IsSaidBy(string fact)
    {
        var plain = Plain(fact);
        if (plain.Contains(_plain, StringComparison.Ordinal))
        {
            return true;
        }

        return !_isName && (_plain.Any(IsIdeograph) ? IsSpread(plain) : _words.All(word => plain.Split(' ').Any(other => Related(word, other))));
    }

    // Chinese has no words to compare: most of the characters, in their order.
    private bool IsSpread(string fact)
    {
        if (_plain.Length < ShortestSpread)
        {
            return false;
        }

        var lengths = new int[_plain.Length + 1, fact.Length + 1];
        for (var i = 1; i <= _plain.Length; i++)
        {
            for (var j = 1; j <= fact.Length; j++)
            {
                lengths[i, j] = _plain[i - 1] == fact[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[_plain.Length, fact.Length] * 2 >= _plain.Length;
    }

    private static bool Related(string word, string other) =>
        word.Length >= Stem && other.Length >= Stem
            ? word.AsSpan(0, Stem).SequenceEqual(other.AsSpan(0, Stem))
            : string.Equals(word, other, StringComparison.Ordinal);

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9fff';

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c == '@')
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (plain.Length > 0 && plain[^1] != ' ' && c is not ('\'' or '’'))
            {
                plain.Append(' ');
            }
        }

        return SpelledNumbers.InDigits(plain.ToString().Trim());
    }
}
