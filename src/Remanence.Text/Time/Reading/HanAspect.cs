namespace Remanence.Text.Time.Reading;

/// <summary>What a Chinese clause tells beside its 了: that something is given up, waited for or judged, or what it is said of.</summary>
internal static class HanAspect
{
    // So far from its time a word that arranges it stands.
    private const int Nearby = 16;

    private static readonly string[] Verdicts =
        ["好看", "好吃", "好玩", "好听", "开心", "顺利", "精彩", "有意思", "热闹", "尽兴", "高兴", "愉快", "难吗", "累吗", "冷吗", "挤吗", "值得吗"];

    /// <summary>不 of what will not be done: "周五不去了", but not "不小心摔了" and "睡不着了".</summary>
    public static bool Denies(TokenStream tokens, int at) =>
        tokens.IsHan(at, '不')
        && tokens[at + 1].Kind == TokenKind.Han
        && !tokens.IsHanOf(at + 1, "小慎得知料巧见行好错久同够舒断禁是在动着掉住起惯懂清完")
        && !(tokens.IsHanOf(at + 1, "来去下到") && tokens.IsHanOf(at - 1, "起回过进出上下吃看听想找赶做走说"));

    /// <summary>"18号前把报告交了": what is to be done by then, but not "他18号前把房子卖了".</summary>
    public static bool IsOrder(TokenStream tokens, int at)
    {
        if (!tokens.IsHanWord(at, "前把") && !tokens.IsHanWord(at, "前请把"))
        {
            return false;
        }

        var before = at - 1;
        while (before > at - Nearby && (tokens[before].Kind == TokenKind.Number || tokens.IsHanOf(before, "月日号周星期礼拜天下个底末一二三四五六七八九十")))
        {
            before--;
        }

        return tokens[before].Kind != TokenKind.Han || tokens.IsHanOf(before, "你您请得");
    }

    /// <summary>才: not before then, whether that was or will be.</summary>
    public static bool IsOnlyThen(TokenStream tokens, int at) =>
        tokens.IsHan(at, '才') && !tokens.IsHanOf(at - 1, "刚天人口钱") && !tokens.IsHanOf(at + 1, "能有华艺会干气可是");

    /// <summary>"紧张死了", "累坏了": how much, and not that it is over.</summary>
    public static bool EndsInDegree(TokenStream tokens, int to) => tokens.IsHan(to - 1, '了') && tokens.IsHanOf(to - 2, "死坏极透疯");

    /// <summary>"考得怎么样", "好看吗", "周一到的", "三月份搬的家": asked or told of what has been.</summary>
    public static bool TellsHowItWas(TokenStream tokens, int from, int to)
    {
        var asks = tokens.IsHan(to - 1, '吗') || tokens.IsSymbol(to, '?');
        for (var at = from; at < to; at++)
        {
            if (tokens.IsHan(at, '得') && asks && !tokens.IsHanOf(at - 1, "觉值记舍获懒") && !tokens.IsHanOf(at + 1, "早去交快赶"))
            {
                return true;
            }

            if (asks && IsVerdict(tokens, at))
            {
                return true;
            }
        }

        return IsTold(tokens, from, to);
    }

    /// <summary>
    /// "改到6月9日", "约在了28号", "等周六", "报名了6月14号的比赛", "28号的车票订了": done, for a time that is to come.
    /// </summary>
    public static bool IsArranged(TokenStream tokens, int at)
    {
        var before = tokens.IsHan(at - 1, '了') ? at - 2 : at - 1;
        if (tokens.IsHanOf(before, "到在至成为于") && tokens.IsHanOf(before - 1, "改推延迟期后挪移调整提前定约排签换订"))
        {
            return true;
        }

        if (tokens.IsHanOf(at - 1, "等待") && !tokens.IsHanOf(at - 2, "期招接对看"))
        {
            return true;
        }

        var got = tokens.IsHanOf(at - 1, "了好到") ? (tokens.IsHanOf(at - 2, "好到") ? at - 3 : at - 2) : -1;
        return got >= 0 && (tokens.IsHanOf(got, "买订抢约报选租") || tokens.IsHanWord(got - 1, "报名") || tokens.IsHanWord(got - 1, "申请"))
            || (got >= 0 && tokens.IsHanOf(got, "收接拿领") && IsInvited(tokens, at))
            || IsTicketed(tokens, at)
            || IsTicket(tokens, at);
    }

    // "收到了6月6日婚礼的请帖"
    private static bool IsInvited(TokenStream tokens, int at)
    {
        for (var i = at; i < at + Nearby && tokens[i].Sentence == tokens[at].Sentence && tokens[i].Kind is TokenKind.Han or TokenKind.Number; i++)
        {
            if (tokens.IsHan(i, '请') || tokens.IsHanWord(i, "通知") || tokens.IsHanWord(i, "名额") || tokens.IsHan(i, '票'))
            {
                return true;
            }
        }

        return false;
    }

    // "周五的电影票买了"
    private static bool IsTicketed(TokenStream tokens, int at)
    {
        var of = -1;
        for (var i = at; i < at + Nearby && tokens[i].Sentence == tokens[at].Sentence && tokens[i].Kind is TokenKind.Han or TokenKind.Number; i++)
        {
            of = of < 0 && tokens.IsHan(i, '的') ? i : of;
            if (of > 0 && tokens.IsHanOf(i, "买订约抢") && tokens.IsHanOf(i + 1, "了好到"))
            {
                return true;
            }
        }

        return false;
    }

    // "票是周六的", but not "照片是周六的"
    private static bool IsTicket(TokenStream tokens, int at) =>
        tokens.IsHan(at - 1, '是') && tokens.IsHanOf(at - 2, "票机次场班会赛约号课");

    private static bool IsVerdict(TokenStream tokens, int at)
    {
        foreach (var word in Verdicts)
        {
            if (tokens.IsHanWord(at, word))
            {
                return true;
            }
        }

        return false;
    }

    // 的 behind a verb of one or two characters that stands behind its time or its subject, with nothing or a short object behind.
    private static bool IsTold(TokenStream tokens, int from, int to)
    {
        for (var of = Math.Max(from + 2, to - 3); of < to; of++)
        {
            if (!tokens.IsHan(of, '的') || tokens[of - 1].Kind != TokenKind.Han || EndsTime(tokens, of - 1))
            {
                continue;
            }

            var verb = EndsTime(tokens, of - 2) ? of - 1 : of == to - 1 && EndsTime(tokens, of - 3) ? of - 2 : -1;
            if (verb > from && !tokens.IsHanOf(verb, "好大小新旧多少老美早晚热冷最很太有没不是个家中里前后"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsTime(TokenStream tokens, int at) =>
        tokens[at].Kind == TokenKind.Number || tokens.IsHanOf(at, "月份日号周末天年点半晚上午初底一二三四五六我你他她们");
}
