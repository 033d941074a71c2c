using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Days of a month without their unit, or that share it or their month with others: "八月十七", "20日之前", "3、4、5号", "下个月3号和5号".</summary>
internal static class ChineseDays
{
    // Who names more days than this names numbers.
    private const int LongestList = 8;

    /// <summary>"八月十七", "5月20": a day without its unit, unless something is counted.</summary>
    public static int? BareDay(TokenStream tokens, int at, out int next)
    {
        if (ChineseNumbers.ReadWithin(tokens, at, 1, 31, out next) is not { } day)
        {
            return null;
        }

        var last = tokens[next].Kind is TokenKind.Edge or TokenKind.Symbol && !tokens.IsSymbol(next, '.') && !tokens.IsSymbol(next, '-') && !tokens.IsSymbol(next, '~') && !tokens.IsSymbol(next, ':')
            && !(tokens.IsSymbol(next, ',') && tokens.Text[tokens[next].Start] == '、');
        var counts = tokens[next].Kind != TokenKind.Han || tokens.IsHanOf(next, "个人块元岁天周年月点时分斤公米次名位条件本张只家万千百几多余来日号到至%");
        return last || (day > 10 && !counts) ? day : null;
    }

    /// <summary>"20日之前", "3、4日": a day of the month and no number of days.</summary>
    public static bool IsDayOfMonth(TokenStream tokens, int at, out int unitAt)
    {
        if (ChineseNumbers.ReadWithin(tokens, at, 1, 31, out unitAt) is null || !tokens.IsHan(unitAt, '日'))
        {
            return false;
        }

        var next = unitAt + 1;
        var bound = HanWords.Skip(tokens, ref next, "之前", "以前", "前", "之后", "以后", "后", "起", "截止", "到期", "为止") && !tokens.IsHan(next, '天');
        return bound && tokens.TenseAt(at) is not (Tense.Past or Tense.Perfect);
    }

    /// <summary>The day of a list whose unit, or month, stands with another: "3、4、5号", "下个月3号和5号".</summary>
    public static Parsed? Listed(TokenStream tokens, int at, int number, int unitAt)
    {
        if (tokens.PreviousDay is { } day && ChineseLists.Joint(tokens, tokens.PreviousEnd, out var memberAt) && memberAt == at && (tokens.IsHanOf(unitAt, "日号") || SharesUnit(tokens, unitAt)))
        {
            return EnglishDayLists.Following(tokens, at, tokens.IsHanOf(unitAt, "日号") ? unitAt + 1 : unitAt, day, number);
        }

        return SharesUnit(tokens, unitAt) ? new Parsed(unitAt, TimePattern.Monthly(number)) : null;
    }

    /// <summary>"、4、5号" behind a number.</summary>
    public static bool SharesUnit(TokenStream tokens, int at)
    {
        for (var i = 0; i < LongestList && ChineseLists.Joint(tokens, at, out var memberAt) && ChineseNumbers.ReadWithin(tokens, memberAt, 1, 31, out at) is not null; i++)
        {
            if (tokens.IsHanOf(at, "日号"))
            {
                return !tokens.IsHanOf(at + 1, ChineseDates.NoDay);
            }
        }

        return false;
    }
}
