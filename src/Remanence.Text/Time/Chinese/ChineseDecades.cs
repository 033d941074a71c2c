using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Decades: "九十年代", "上世纪90年代", "2010年代".</summary>
internal static class ChineseDecades
{
    public static ParsedPattern? Parse(TokenStream tokens, int at)
    {
        var from = at;
        var century = HanWords.Skip(tokens, ref from, "上世纪", "上个世纪", "二十世纪") || Century(tokens, ref from, 20) ? 1900
            : HanWords.Skip(tokens, ref from, "本世纪", "二十一世纪") || Century(tokens, ref from, 21) ? 2000
            : 0;
        if (ChineseNumbers.IsInsideNumeral(tokens, from) || ChineseNumbers.Read(tokens, from, out var next, out _) is not { } number
            || number % 10 != 0 || !HanWords.Skip(tokens, ref next, "年代"))
        {
            return null;
        }

        var year = number switch
        {
            >= 1000 and <= 2200 => number,
            < 100 when century > 0 => century + number,
            >= 10 and < 100 => EnglishNumericDates.DecadeOf(number, tokens.Context.Year),
            _ => 0,
        };
        if (year == 0)
        {
            return null;
        }

        var decade = new YearlyRule(YearlyKind.Decade);
        PeriodPart? part = HanWords.Skip(tokens, ref next, "初期", "初", "早期") ? PeriodPart.Early
            : HanWords.Skip(tokens, ref next, "中期") ? PeriodPart.Middle
            : HanWords.Skip(tokens, ref next, "末期", "末", "后期") ? PeriodPart.Late
            : null;
        return new ParsedPattern(next, TimePattern.Yearly(part is { } named ? decade.Narrow(named)!.Value : decade, year, fuzzy: part is not null));
    }

    private static bool Century(TokenStream tokens, ref int at, int century)
    {
        if (tokens[at] is not { Kind: TokenKind.Number } number || number.Value != century || !tokens.IsHanWord(at + 1, "世纪"))
        {
            return false;
        }

        at += 3;
        return true;
    }
}
