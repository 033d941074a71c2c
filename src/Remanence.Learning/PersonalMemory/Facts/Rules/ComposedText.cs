using System.Collections.Frozen;
using System.Text;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// A message as the rules read it: accents joined to their letters, and letters and digits of full width as narrow ones, so that a fact is shown as
/// anybody else would write it. No ICU is needed for that; the message itself stays as it came.
/// </summary>
internal static class ComposedText
{
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';
    private const char Voiced = '\u3099';
    private const char Blank = '\u3000';
    private const char HalfVoiced = '\u309A';

    // What may be voiced: か to ト, and は to ホ, each before its voiced form.
    private const string Voiceable = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
    private const string HalfVoiceable = "はひふへほハヒフヘホ";

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = CompositionTable.Marks
        .SelectMany(entry => entry.Pairs.Chunk(2).Select(pair => ((pair[0], entry.Mark), pair[1])))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    public static string Of(string text)
    {
        var read = text.AsSpan();
        if (!read.ContainsAnyInRange(FirstMark, LastMark) && !read.ContainsAnyInRange('\uFF0B', '\uFF5A') && !read.ContainsAny(Voiced, HalfVoiced, Blank))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (composed.Length > 0 && With(composed[^1], c) is { } letter)
            {
                composed[^1] = letter;
            }
            else
            {
                composed.Append(Half(c));
            }
        }

        return composed.ToString();
    }

    private static char? With(char letter, char mark) => mark switch
    {
        Voiced => Voiceable.Contains(letter, StringComparison.Ordinal) ? (char)(letter + 1) : null,
        HalfVoiced => HalfVoiceable.Contains(letter, StringComparison.Ordinal) ? (char)(letter + 2) : null,
        _ => Composed.TryGetValue((letter, mark), out var one) ? one : null,
    };

    // Signs of full width part Chinese sentences, and stay.
    private static char Half(char c) => c switch
    {
        (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '＠' or '＋' or '＃' => (char)(c - 0xFEE0),
        Blank => ' ',
        _ => c,
    };
}
