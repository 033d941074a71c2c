using System.Runtime.InteropServices;

namespace Remanence.Text.Time.Reading;

/// <summary>What a Chinese clause tells of its times.</summary>
/// <param name="Tense">What its own words tell.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Acts">It has words beside its time and who it is said of, and its time is not what belongs to a thing (周日的婚礼).</param>
/// <param name="NamesTime">It names a time of its own.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HanClause(Tense Tense, int End, bool Acts, bool NamesTime)
{
    private const string Times = "年月日号周星期礼拜天上下这本早晚午中点半刻分今明昨后前初底末份一二三四五六七八九十两几个第";

    private const string Others = "我你他她它们咱自己也又还就都，的地";

    public static HanClause Of(TokenStream tokens, int from, int to) =>
        new(HanTense.Of(tokens, from, to), to, Does(tokens, from, to), HasTime(tokens, from, to));

    private static bool Does(TokenStream tokens, int from, int to)
    {
        var (acts, thing) = (false, false);
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Kind != TokenKind.Han)
            {
                continue;
            }

            thing |= tokens.IsHan(at, '的') && (tokens[at - 1].Kind == TokenKind.Number || tokens.IsHanOf(at - 1, Times));
            acts |= !tokens.IsHanOf(at, Times) && !tokens.IsHanOf(at, Others);
        }

        return acts && !thing;
    }

    private static bool HasTime(TokenStream tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Kind == TokenKind.Number || tokens.IsHanOf(at, "周星礼号月") || tokens.IsHanWord(at, "今天") || tokens.IsHanWord(at, "明天")
                || tokens.IsHanWord(at, "昨天") || tokens.IsHanWord(at, "后天"))
            {
                return true;
            }
        }

        return false;
    }
}
