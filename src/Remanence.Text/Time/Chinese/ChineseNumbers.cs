using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Chinese numerals and counted units.</summary>
internal static class ChineseNumbers
{
    // Longer runs of numerals are no dates and no counts; the limit also keeps the work at each token small.
    private const int LongestRun = 8;

    private static readonly (string Word, int Value)[] Units =
    [
        ("年", (int)TimeUnit.Year), ("个半月", -(int)TimeUnit.Month), ("个多月", (int)TimeUnit.Month), ("个月", (int)TimeUnit.Month), ("月", -1000),
        ("个星期", (int)TimeUnit.Week), ("个礼拜", (int)TimeUnit.Week), ("星期", (int)TimeUnit.Week), ("礼拜", (int)TimeUnit.Week),
        ("个周末", (int)TimeUnit.Weekend), ("个周", (int)TimeUnit.Week), ("周", (int)TimeUnit.Week), ("个季度", (int)TimeUnit.Quarter), ("季度", (int)TimeUnit.Quarter),
        ("天", (int)TimeUnit.Day), ("日", (int)TimeUnit.Day), ("个半小时", -(int)TimeUnit.Hour), ("个多小时", (int)TimeUnit.Hour), ("个小时", (int)TimeUnit.Hour),
        ("小时", (int)TimeUnit.Hour), ("个钟头", (int)TimeUnit.Hour), ("分钟", (int)TimeUnit.Minute), ("秒钟", (int)TimeUnit.Second), ("秒", (int)TimeUnit.Second),
    ];

    private static readonly (string Word, int Value)[] Halves =
    [
        ("半年", (int)TimeUnit.Year), ("半个月", (int)TimeUnit.Month), ("半个小时", (int)TimeUnit.Hour), ("半小时", (int)TimeUnit.Hour), ("半天", (int)TimeUnit.Day),
    ];

    public static bool IsNumeral(TokenStream tokens, int at)
    {
        var token = tokens[at];
        return token.Kind == TokenKind.Number || (token.Kind == TokenKind.Han && IsNumeralCharacter((char)token.Value));
    }

    /// <summary>The character continues a numeral that began before: "第三十五" from 五.</summary>
    public static bool IsInsideNumeral(TokenStream tokens, int at) =>
        tokens[at - 1] is { Kind: TokenKind.Han } before
        && (
            IsNumeralCharacter((char)before.Value)
            || (char)before.Value is '几' or '千' or '万' or '第' or '点' && IsNumeral(tokens, at) && IsNumeral(tokens, at - 2))
        && IsNumeral(tokens, at);

    /// <summary>A whole number in digits or numerals ("二〇二三", "三十一", "12"); null where there is none.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where to read.</param>
    /// <param name="next">The token behind it.</param>
    /// <param name="digits">How many digits were written one by one; 0 for "三十一".</param>
    public static int? Read(TokenStream tokens, int at, out int next, out int digits)
    {
        next = at;
        digits = 0;
        var first = tokens[at];
        if (first.Kind == TokenKind.Number)
        {
            next = at + 1;
            digits = first.Length;
            return first.Value >= 0 && !first.Has(TokenMarks.Ordinal | TokenMarks.Plural) && !EnglishGuards.IsGlued(tokens, at) ? first.Value : null;
        }

        while (next - at <= LongestRun && tokens[next].Kind == TokenKind.Han && IsNumeralCharacter((char)tokens[next].Value))
        {
            next++;
        }

        return next == at || next - at > LongestRun ? null : Value(tokens, at, next, out digits);
    }

    /// <summary>A whole number in that range; null where there is none.</summary>
    public static int? ReadWithin(TokenStream tokens, int at, int least, int most, out int next) =>
        Read(tokens, at, out next, out _) is { } number && number >= least && number <= most ? number : null;

    /// <summary>"三天", "两个半小时", "半年", "一年半", "几周", "三个多月".</summary>
    public static Quantity? Counted(TokenStream tokens, int at, out TimeUnit unit, out int next)
    {
        unit = default;
        if (HanWords.Match(tokens, at, Halves, out next) is { } half)
        {
            unit = (TimeUnit)half;
            return Quantity.OfHalves(1);
        }

        if (Amount(tokens, at, out var unitAt) is not { } quantity)
        {
            return null;
        }

        if (HanWords.Match(tokens, unitAt, Units, out next) is not { } found || found == -1000)
        {
            return null;
        }

        unit = (TimeUnit)Math.Abs(found);
        if (found < 0)
        {
            quantity = quantity.PlusHalf();
        }
        else if (tokens.IsHan(next, '半'))
        {
            next++;
            quantity = quantity.PlusHalf();
        }
        else if (tokens.IsHan(next, '多') || tokens.IsHan(unitAt + 1, '多'))
        {
            next += tokens.IsHan(next, '多') ? 1 : 0;
            quantity = quantity with { Most = quantity.Most + 1 };
        }

        return quantity;
    }

    private static Quantity? Amount(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (HanWords.Skip(tokens, ref next, "好几", "几", "数", "若干", "些"))
        {
            return Quantity.Few;
        }

        if (HanWords.Skip(tokens, ref next, "十几", "十多"))
        {
            return new Quantity(22, 38);
        }

        if (Read(tokens, at, out next, out var digits) is not { } number || number is < 1 or > Quantity.Limit || digits >= 4)
        {
            return null;
        }

        // "两三天": two or three, not twenty-three.
        if (digits == 2 && tokens[at].Kind == TokenKind.Han && number % 10 == (number / 10) + 1)
        {
            return new Quantity(2 * (number / 10), 2 * (number % 10));
        }

        if (tokens.IsHan(next, '来') || tokens.IsHan(next, '余'))
        {
            next++;
        }

        return Quantity.Of(number);
    }

    private static bool IsNumeralCharacter(char c) => HanCharacters.Digit(c) >= 0 || c is '十' or '百';

    private static int? Value(TokenStream tokens, int from, int to, out int digits)
    {
        var total = 0;
        var current = -1;
        digits = 0;
        for (var i = from; i < to; i++)
        {
            var c = (char)tokens[i].Value;
            if (c is '十' or '百')
            {
                total += (current < 0 ? 1 : current) * (c == '十' ? 10 : 100);
                current = -1;
                digits = -LongestRun;
                continue;
            }

            var digit = HanCharacters.Digit(c);
            current = current > 0 && digits >= 0 ? (current * 10) + digit : digit;
            digits++;
        }

        digits = Math.Max(digits, 0);
        return total + Math.Max(current, 0);
    }
}
