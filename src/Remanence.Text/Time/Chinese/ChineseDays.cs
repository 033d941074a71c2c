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

        var list =
            ChineseLists.Joint(tokens, next, out var memberAt)
            && ChineseNumbers.ReadWithin(tokens, memberAt, day + 1, 31, out var afterMember) is not null
            && !Counts(tokens, afterMember);
        var last =
            tokens[next].Kind is TokenKind.Edge or TokenKind.Symbol
            && !tokens.IsSymbol(next, '.')
            && !tokens.IsSymbol(next, '-')
            && !tokens.IsSymbol(next, '~')
            && !tokens.IsSymbol(next, ':')
            && !(tokens.IsSymbol(next, ',') && tokens.Text[tokens[next].Start] == '、');
        if (last || list)
        {
            return day;
        }

        // "九月一开学", but not "九月一直" and "九月三次".
        var named =
            day > 10
            || (
                tokens[at].Kind == TokenKind.Han
                && !ChineseGlue.BeginsWord(tokens, at)
                && !tokens.IsHanOf(next, "来过到开") is var sure
                && (sure || tokens.IsHanWord(next, "开学") || tokens.IsHanWord(next, "到期")));
        return named && tokens[next].Kind == TokenKind.Han && !Counts(tokens, next) ? day : null;
    }

    // "三十一到期" ends then; "三十一到五号" has its unit elsewhere.
    private static bool Counts(TokenStream tokens, int at) =>
        tokens.IsHanOf(at, "个人块元岁天周年月点时分斤公米次名位条件本张只家万千百几多余来日号至%") || (tokens.IsHan(at, '到') && ChineseNumbers.IsNumeral(tokens, at + 1));

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
    public static ParsedPattern? Listed(TokenStream tokens, int at, int number, int unitAt)
    {
        if (tokens.PreviousDay is { } day && GoesOn(tokens, at) && (tokens.IsHanOf(unitAt, "日号") || SharesUnit(tokens, unitAt)))
        {
            return EnglishDayLists.Following(tokens, at, tokens.IsHanOf(unitAt, "日号") ? unitAt + 1 : unitAt, day, number);
        }

        if (
            tokens.PreviousDay is { } bare
            && tokens.PreviousMonthNamed
            && ChineseNumbers.IsNumeral(tokens, tokens.PreviousEnd - 1)
            && GoesOn(tokens, at)
            && BareDay(tokens, at, out var next) is not null)
        {
            return EnglishDayLists.Following(tokens, at, next, bare, number);
        }

        return SharesUnit(tokens, unitAt) ? new ParsedPattern(unitAt, TimePattern.Monthly(number)) : null;
    }

    // "3号和5号", and "8号9号" without anything between.
    private static bool GoesOn(TokenStream tokens, int at) =>
        (tokens.PreviousEnd == at && tokens.IsHanOf(at - 1, "日号")) || (ChineseLists.Joint(tokens, tokens.PreviousEnd, out var memberAt) && memberAt == at);

    /// <summary>"、4、5号" behind a number.</summary>
    public static bool SharesUnit(TokenStream tokens, int at)
    {
        for (
            var i = 0;
            i < LongestList && ChineseLists.Joint(tokens, at, out var memberAt) && ChineseNumbers.ReadWithin(tokens, memberAt, 1, 31, out at) is not null;
            i++)
        {
            if (tokens.IsHanOf(at, "日号"))
            {
                return !tokens.IsHanOf(at + 1, ChineseDates.NoDay);
            }
        }

        return false;
    }
}
