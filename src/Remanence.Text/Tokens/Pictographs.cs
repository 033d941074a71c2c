using System.Buffers;
using System.Text;

namespace Remanence.Text.Tokens;

/// <summary>
/// Emoji as terms (Unicode Technical Standard 51): what is seen as one is one term, without the selectors that choose between colour and text; beside it each
/// person or thing that it is joined of, and each of those without its skin tone, so that 👍 finds 👍🏽.
/// </summary>
internal static class Pictographs
{
    // A family has four; what is longer is no emoji any more.
    private const int MaxElements = 8;
    private const int MaxTerm = 64;
    private const int Joiner = 0x200D;

    /// <summary>Whether a sign says something by itself, as emoji, arrows and symbols do.</summary>
    public static bool Contains(int value) => value switch
    {
        0xA9 or 0xAE or 0x203C or 0x2049 or 0x3030 or 0x303D => true,
        >= 0x2190 and <= 0x21FF => true,
        >= 0x2300 and <= 0x23FF => true,
        >= 0x25A0 and <= 0x27BF => true,
        >= 0x2900 and <= 0x297F => true,
        >= 0x2B00 and <= 0x2BFF => true,
        >= 0x1F000 and <= 0x1FAFF => true,
        _ => false,
    };

    /// <summary>Hands over the emoji that begins here.</summary>
    /// <returns>How many characters it takes.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, TermSink sink)
    {
        Span<char> term = stackalloc char[MaxTerm];
        Span<Range> parts = stackalloc Range[MaxElements * 2];
        var (length, count, elements, at) = (0, 0, 0, start);
        do
        {
            var from = length;
            var isRegion = IsRegion(RuneAt(text, at));
            Take(text, term, ref at, ref length);
            parts[count++] = from..length;
            if (TakeModifiers(text, term, ref at, ref length, isRegion))
            {
                parts[count++] = from..length;
            }

            elements++;
        }
        while (elements < MaxElements && TryJoin(text, term, ref at, ref length));

        var whole = term[..length];
        sink(new IndexTerm(whole, IndexTermKind.Sign, start, at));
        for (var i = 0; i < count; i++)
        {
            if (term[parts[i]].Length < length && !IsRegion(RuneAt(term, 0)))
            {
                sink(new IndexTerm(term[parts[i]], IndexTermKind.Sign, start, at));
            }
        }

        return at - start;
    }

    private static bool TakeModifiers(ReadOnlySpan<char> text, Span<char> term, ref int at, ref int length, bool isRegion)
    {
        var before = length;
        for (var isDone = false; !isDone;)
        {
            var next = RuneAt(text, at);
            if (next is 0xFE0E or 0xFE0F)
            {
                at++;
            }
            else if (length + 3 < MaxTerm && (IsSkinTone(next) || IsTag(next) || (isRegion && length == before && IsRegion(next))))
            {
                Take(text, term, ref at, ref length);
            }
            else
            {
                isDone = true;
            }
        }

        return length > before;
    }

    private static bool TryJoin(ReadOnlySpan<char> text, Span<char> term, ref int at, ref int length)
    {
        if (RuneAt(text, at) != Joiner || !Contains(RuneAt(text, at + 1)) || length + 5 > MaxTerm)
        {
            return false;
        }

        Take(text, term, ref at, ref length);
        return true;
    }

    private static void Take(ReadOnlySpan<char> text, Span<char> term, ref int at, ref int length)
    {
        Rune.DecodeFromUtf16(text[at..], out var rune, out var consumed);
        at += consumed;
        length += rune.EncodeToUtf16(term[length..]);
    }

    // -1 where there is none.
    private static int RuneAt(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && Rune.DecodeFromUtf16(text[at..], out var rune, out _) == OperationStatus.Done ? rune.Value : -1;

    private static bool IsSkinTone(int value) => value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsTag(int value) => value is >= 0xE0020 and <= 0xE007F;

    private static bool IsRegion(int value) => value is >= 0x1F1E6 and <= 0x1F1FF;
}
