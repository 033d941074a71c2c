using System.Buffers;
using System.Globalization;

namespace Remanence.Privacy.Detection;

/// <summary>
/// Payment card numbers (ISO/IEC 7812): 13 to 19 digits, first digit 2 to 6 or 8, check digit by Luhn's formula, written in one piece, in groups, or digit by
/// digit. First digits 1, 7 and 9 are left alone: hardly any card has them, and times in milliseconds and article numbers do. So are those after 2 that no card
/// has, with which years begin, and the decimals of a number.
/// </summary>
internal sealed class CardNumbers : Detector
{
    private const int Shortest = 13;
    private const int Longest = 19;

    // 3759 876543 21001
    private const int LongestGroup = 6;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");
    private static readonly SearchValues<char> Separators = SearchValues.Create(" -.\u00A0\u2007\u2010\u2011\u2012\u2013\u202F\u200B\u200C\u200D\uFEFF－　");

    public override void Find(string text, List<PrivateSpan> found)
    {
        var at = 0;
        while (text.AsSpan(at).IndexOfAny(Digits) is var next and >= 0)
        {
            var start = at + next;
            (at, var count) = Measure(text, start);
            if (count >= Shortest)
            {
                FindIn(text, Groups(text, start, at), found);
            }
        }
    }

    // A run: digits with at most two separators between them.
    private static (int End, int Digits) Measure(string text, int start)
    {
        var (at, end, count) = (start, start, 0);
        while (at < text.Length)
        {
            if (Digits.Contains(text[at]))
            {
                count++;
                end = ++at;
            }
            else if (Separators.Contains(text[at]) && at - end < 2)
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return (end, count);
    }

    private static List<(int Start, int End)> Groups(string text, int start, int end)
    {
        var groups = new List<(int Start, int End)>();
        for (var at = start; at < end; at++)
        {
            if (!Digits.Contains(text[at]))
            {
                continue;
            }

            var from = at;
            while (at < end && Digits.Contains(text[at]))
            {
                at++;
            }

            groups.Add((from, at));
        }

        return groups;
    }

    private static void FindIn(string text, List<(int Start, int End)> groups, List<PrivateSpan> found)
    {
        Span<char> digits = stackalloc char[Longest];
        for (var first = 0; first < groups.Count; first++)
        {
            var (count, last) = (0, -1);
            for (var i = first; i < groups.Count; i++)
            {
                var (start, end) = groups[i];
                if (count + end - start > Longest || IsFraction(text, start, end))
                {
                    break;
                }

                for (var at = start; at < end; at++)
                {
                    digits[count++] = text[at] >= '０' ? (char)(text[at] - '０' + '0') : text[at];
                }

                last = count >= Shortest && IsCard(digits[..count]) && IsShaped(groups, first, i) && StandsAlone(text, groups[first].Start, end) ? i : last;
            }

            if (last >= 0)
            {
                found.Add(new PrivateSpan(groups[first].Start, groups[last].End, PrivacyKinds.CardNumber));
                first = last;
            }
        }
    }

    // 0.4539578763621486 is one number.
    private static bool IsFraction(string text, int start, int end) =>
        end - start > LongestGroup
        && start > 0
        && text[start - 1] == '.'
        && (start == 1 || char.IsAsciiDigit(text[start - 2]) || char.IsWhiteSpace(text[start - 2]));

    // As cards are printed or dictated, not as lists of numbers are.
    private static bool IsShaped(List<(int Start, int End)> groups, int first, int last)
    {
        int Length(int i) => groups[i].End - groups[i].Start;
        var size = Length(first);
        var (isUniform, isGrouped) = (size <= 2, true);
        for (var i = first; i <= last; i++)
        {
            isUniform &= Length(i) == size || (i == last && Length(i) < size);
            isGrouped &= i == last || Length(i) >= 3;
        }

        return isUniform || isGrouped;
    }

    private static bool StandsAlone(string text, int start, int end) =>
        !(start > 0 && IsWord(text[start - 1])) && !(end < text.Length && (IsWord(text[end]) || Digits.Contains(text[end])));

    private static bool IsWord(char c) => char.IsAsciiLetter(c) || c == '_';

    // 2200 to 2204, and 2221 to 2720.
    private static bool IsOfTwo(ReadOnlySpan<char> digits) =>
        int.Parse(digits[..4], CultureInfo.InvariantCulture) is (>= 2200 and <= 2204) or (>= 2221 and <= 2720);

    private static bool IsCard(ReadOnlySpan<char> digits)
    {
        if (digits[0] is < '2' or '7' or '9' || (digits[0] == '2' && !IsOfTwo(digits)))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        return sum % 10 == 0;
    }
}
