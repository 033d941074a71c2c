namespace Remanence.Text.Time.Reading;

/// <summary>What the words of a Chinese clause tell of when it is.</summary>
internal static class HanTense
{
    private static readonly string[] PastWords = ["刚", "曾", "已经", "来着", "当时", "那时", "后来", "上次"];

    private static readonly string[] AheadWords =
    [
        "打算", "计划", "准备", "即将", "必须", "记得", "别忘", "提醒", "想去", "想再", "还想",
    ];

    // Of what is to come where nothing says that it is over.
    private static readonly string[] OpenWords =
    [
        "有空", "尽量", "一起", "可以", "到时", "咱们", "有时间", "需要", "怎么样", "如何", "才能", "才有", "截止", "到期", "没问题", "方便", "合适", "都行",
    ];

    // "周五的面试让我很紧张", but not "面试的时候我很紧张".
    private static readonly string[] Feelings = ["紧张", "发愁", "期待", "担心", "焦虑", "忐忑", "激动", "害怕", "有点怕", "倒数", "倒计时"];

    /// <summary>What is planned and no habit: 周一去机场, 周日出发.</summary>
    public static bool Goes(TokenStream tokens, int at) => (char)tokens[at].Value switch
    {
        '去' => !tokens.IsHanOf(at - 1, "过失出上下回进拿") && !tokens.IsHanOf(at + 1, "年世掉哪过了的"),
        '出' => tokens.IsHanOf(at + 1, "发差国院庭门") && !tokens.IsHanOf(at + 2, "了过的"),
        '来' => !tokens.IsHanOf(at - 1, "过出上下回进起本原后从将未近看说想以带拿") && tokens.IsHanOf(at + 1, "我你他她咱公家看接吃找玩参帮拜聚住"),
        '回' => tokens.IsHanOf(at + 1, "家国老校公") && !tokens.IsHanOf(at + 2, "了过的"),
        '直' => tokens.IsHan(at + 1, '播') && !tokens.IsHanOf(at + 2, "了过的间"),
        '飞' => tokens[at + 1].Kind == TokenKind.Han && !tokens.IsHanOf(at + 1, "机了过的快"),
        _ => false,
    };

    /// <param name="tokens">The text.</param>
    /// <param name="from">The clause's first token.</param>
    /// <param name="to">The token behind it.</param>
    public static Tense Of(TokenStream tokens, int from, int to)
    {
        var (past, ahead, open, soon, near) = (false, false, false, false, false);
        var (arranged, feels, then, denied) = (false, false, false, false);
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Kind != TokenKind.Han)
            {
                continue;
            }

            soon |= IsSoon(tokens, at);
            denied |= HanAspect.Denies(tokens, at);
            var turns = soon && at == to - 1 && tokens.IsHan(at, '了');
            near |= turns || HanAspect.IsOnlyThen(tokens, at);

            // "不去了": what was to be is given up.
            var givesUp = denied && at == to - 1 && tokens.IsHan(at, '了');
            ahead |= givesUp || HanAspect.IsOrder(tokens, at);
            past |= !turns && !givesUp && IsPast(tokens, at);
            ahead |= IsAhead(tokens, at, to);
            open |= IsOpen(tokens, at, to);
            arranged |= tokens.IsHan(at, '好') && tokens.IsHanOf(at - 1, "订定约买选排");
            feels |= StartsWith(tokens, at, Feelings);
            then |= tokens.IsHanWord(at, "时候") || tokens.IsHanWord(at, "那天");
        }

        past |= HanAspect.TellsHowItWas(tokens, from, to);
        past &= !(feels && HanAspect.EndsInDegree(tokens, to));

        // "要生了" is to come; "过得怎么样" and "在一起了" are over.
        return ahead ? Tense.Ahead : past && !arranged ? Tense.Past : near ? Tense.Near : open || (feels && !then) ? Tense.Ahead : Tense.None;
    }

    // "20号就放假了", but not 早就, 成就 or 就业.
    private static bool IsSoon(TokenStream tokens, int at) =>
        tokens.IsHan(at, '就') && !tokens.IsHanOf(at - 1, "早成迁") && !tokens.IsHanOf(at + 1, "是业医职近读诊任餐算");

    private static bool IsPast(TokenStream tokens, int at) => (char)tokens[at].Value switch
    {
        // "交了就行" asks for what is to be done.
        '了' => !tokens.IsHanOf(at - 1, "为除极好罢") && !tokens.IsHanOf(at + 1, "解不就"),
        '过' => !tokens.IsHanOf(at - 1, "不通经超路难度") && !tokens.IsHanOf(at + 1, "年节去来几完程敏分后生渡期滤于"),
        '一' => tokens.IsHanWord(at, "一直在") || tokens.IsHanWord(at, "一直都在"),
        '没' => !tokens.IsHanOf(at + 1, "空时关问办事人课"),
        '刚' or '曾' or '已' or '来' or '当' or '那' or '后' or '上' => StartsWith(tokens, at, PastWords),
        _ => false,
    };

    private static bool IsAhead(TokenStream tokens, int at, int to) => (char)tokens[at].Value switch
    {
        '将' => !tokens.IsHanOf(at + 1, "军来"),
        '要' => !tokens.IsHanOf(at - 1, "重主不") && !tokens.IsHanOf(at + 1, "是么求紧点"),
        '会' => at < to - 1 && !tokens.IsHanOf(at - 1, "聚机社晚大开约宴年学误体协员都了个次场") && !tokens.IsHanOf(at + 1, "议员计场见谈儿"),
        _ => StartsWith(tokens, at, AheadWords),
    };

    private static bool IsOpen(TokenStream tokens, int at, int to) => (char)tokens[at].Value switch
    {
        // "20号有课" is fixed for then.
        '有' => !tokens.IsHanOf(at - 1, "没所只还具拥") && !tokens.IsHanOf(at + 1, "了过时些的点人关名趣意"),
        '请' => !tokens.IsHan(at + 1, '假'),
        '吧' => at == to - 1,
        '见' => at == to - 1 && !tokens.IsHanOf(at - 1, "看听遇碰不"),
        '聚' => tokens.IsHan(at + 1, '聚'),
        '约' => !tokens.IsHanOf(at - 1, "大预") && !tokens.IsHanOf(at + 1, "会有莫"),
        _ => !(tokens.IsHan(at - 1, '说') && !tokens.IsHan(at - 2, '来')) && StartsWith(tokens, at, OpenWords),
    };

    private static bool StartsWith(TokenStream tokens, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (tokens.IsHanWord(at, word))
            {
                return true;
            }
        }

        return false;
    }
}
