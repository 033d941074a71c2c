using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>What somebody likes, eats, and does again and again.</summary>
internal static class ChineseTaste
{
    private const string Degree = "(最|超级?|特别|非常|很|真|真的|尤其|格外|挺|蛮|好|贼|巨|太|更|还是|比较|一直|从小(就)?|都|也|最最|极其|十分|有点儿?|不是|老|就|只|平时|个人)*";
    private const string NotYou = "(?!你|您|他|她|它(?!们)|这(个|样|种|首|部|句|段|本)|那(个|样|种)|[一那这]个(人|女生|男生|女孩|男孩|姑娘|同学)|上(了)?一个|的(人|是|不)|谁|某|别人$|死|不|就|你们|哪|什么|上他|上她)";

    private static readonly Regex Regular = ChineseRule.Pattern(
        "每|天天|隔天|次|周末|工作日|平时|平常|平日|通常|一般|经常|常|总是|总会|习惯|坚持|睡前|饭后|下班后|早晚|周[一二三四五六日天]|逢年过节");
    private static readonly Regex NoHabit = ChineseRule.Pattern(
        "^[^，]{0,2}(很|太|好|累|困|烦|忙|开心|难|觉得|感觉|想|担心|纠结|是|没空|有空|有事|生气|不爽|焦虑|快乐|努力|被|因为|需要|必须|最|说|问|听|怕|心|无聊|愉快|结束|过得|要|可以|能|又到|到了)|过$|就?(够|行)了?$|你|他$|她$");

    // "周末开会，我最喜欢了": without a word for "each" or "mostly", and of nobody, that is one weekend.
    private static readonly Regex Once = ChineseRule.Pattern("^(周末|[周][一二三四五六日天]|早上|上午|中午|下午|晚上)$");
    private static readonly Regex Fixed = ChineseRule.Pattern("每|天天|睡前|饭后|早晚|周|下班后");
    private static readonly Regex Must = ChineseRule.Pattern("^(都|必须|一定|总|雷打不动|固定)*(会|要|得)+");
    private static readonly Regex Done = ChineseRule.Pattern(
        "^(都|会|要|得|都会|都要|还|也|就|就会|基本|一般|固定|去上|雷打不动|至少|大概|自己|和朋友|跟朋友|带着?孩子|一个人)*(?<not>不)?(会)?(?<value>[^，]{2,22})$");

    // What is graded is a state: "每天都很自律".
    private static readonly Regex Graded = ChineseRule.Pattern("(很|挺|特别|非常|超级?|比较|相当|十分|蛮|太|真|有点儿?|贼|更)(都|还是)*$");
    private static readonly Regex Started = ChineseRule.Pattern("(?<=^.)[起上]");
    private static readonly Regex Forceful = ChineseRule.Pattern("^(个人|平时|从小|一直|就|真的?|我?最|超|特别|特|贼|巨|太|非常)+(?!近|后|新|多|少|高|大)");
    private static readonly Regex GivenUp = ChineseRule.Pattern("^(吃肉|吃荤|抽烟|吸烟|喝酒|喝咖啡|喝奶茶|喝可乐|吃糖|吃甜食|吃零食|打游戏|玩游戏)$");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "最",
            "^(的)?(一直|从小|平时|也|个人|还是)?最(喜欢|爱|钟爱|心爱|欣赏|崇拜)(?<verb>吃|喝|看|听|玩|用|读|去|穿|养)?的(?<thing>[^，是]{1,8}?)(就|应该|当然|一直|还|莫过于|要数|永远)*(是|：)(?<value>[^，]{1,24})$",
            (clause, match) => [clause.Fact($"{Attributes.Favorite} {match.Groups["thing"].Value}", ChineseValue.Of(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
            Whole = true,
        },
        new("最", "^(的)?(一直|从小|个人|永远)?(的)?最(喜欢|爱|钟爱)(吃|喝|看|听|玩|去)?(的)?(就|当然|还|永远|莫过于)*是(?<value>[^，]{1,24})$", Likes)
        {
            Of = ChineseBearers.Anybody,
            Whole = true,
        },
        new(
            "偶本爱",
            "^的?(?<thing>偶像|本命|爱豆|爱好|兴趣爱好|业余爱好|兴趣|主要爱好)(一直|就|主要)*(是|有|：|包括)(?<value>[^，]{2,24})$",
            (clause, match) =>
                match.Groups["thing"].Value is "偶像" or "本命" or "爱豆"
                    ? [clause.Fact($"{Attributes.Favorite} {match.Groups["thing"].Value}", ChineseValue.Of(match.Groups["value"].Value))]
                    : Likes(clause, match))
        {
            Of = ChineseBearers.People,
        },
        new(
            "喜爱感喝吃玩",
            $"^{Degree}(?<not>不再|不大|不太|不怎么|不是很|不那么|没那么|并不|不|没)?{Degree}(喜欢上?|爱上|酷爱|热爱|钟爱|偏爱|喜爱|偏好|爱好|热衷于?|爱(?=吃|喝|看|玩|听|打|做|跑|旅|画|写|唱|读|喝|养|逛|骑|爬|踢|下|拍|追"
            + $"|睡|穿|收|猫|狗|钓)){NotYou}(?<value>[^，]{{1,30}})$",
            Likes)
        {
            Of = ChineseBearers.Living | ChineseBearers.Unnamed,
        },
        new(
            "迷沉痴上入",
            $"^{Degree}(?<not>不)?(迷上|沉迷于?|痴迷于?|着迷于|入坑|爱上|入迷|迷恋|种草了?|上头|疯狂迷上|迷|热衷(于)?){NotYou}(?!路|茫|糊|信|你|人|失)(了)?(?<value>[^，]{{2,20}})$",
            Likes)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "对",
            "^(完全|一点都?|实在|比较)*对(?<value>(?!你|他|她|这个?|那个?|此)[^，]{1,16}?)(完全|实在)?(一?点儿?|丝毫|半点)?(兴趣(都|也)没有?|(都|也)?不感兴趣|无感|不感冒|反感|没兴趣|提不起兴趣)",
            Disliked)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "对",
            $"^{Degree}对(?<value>(?!你|他|她|这个?|那个?|此)[^，]{{1,16}}?){Degree}(?<not>不|没(什么)?|毫无|完全不|没有)?{Degree}(感兴趣|有兴趣|兴趣|着迷|上瘾|情有独钟|欲罢不能|没有抵抗力)",
            Likes)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "粉迷控爱发",
            "^是(个|一个|一枚|一名)?(资深|忠实|铁杆|老|超级|骨灰级|重度|死忠|狂热)*的?(?<value>[^，的]{1,14}?)(的)?(粉丝|粉|球迷|迷|(老|铁杆|忠实|资深)?(球迷|粉丝)了?|铁粉|死忠粉|爱好者|控|发烧友|狂热者|重度用户)$",
            Likes),
        new("离戒欢命", "^(离不开|无)(?<value>咖啡|奶茶|茶|辣|手机|音乐|可乐|肉|火锅|酒|面食|米饭|甜食|甜)(不欢)?$", Likes),
        new(
            "讨受厌烦反怕恨嫌忍接吃喝",
            $"^{Degree}(?<bad>讨厌|受不了|厌恶|反感|忍受不了|忍不了|嫌弃|痛恨|看不惯|接受不了|无法接受|欣赏不来|吃不惯|喝不惯|喝不来|吃不来|怕(?!死|麻烦你|是|你|他|她|我|不|来不及|忘|打扰)|害怕|恐惧|恨(?!不得|铁|我)"
            + $"|烦(?=[^，]{{2,16}}$)){NotYou}(?!了|啦|自己这|啊|我)(?<value>[^，]{{1,20}})$",
            Disliked)
        {
            Of = ChineseBearers.Living | ChineseBearers.Unnamed,
        },
        new("最命", "^(?<value>[^，我你他她]{1,12}?)(才|就|绝对)?是我(的)?(一大|最大的?|唯一的?)?(爱好|乐趣|消遣|最爱|命|心头好|快乐源泉|精神食粮|解压神器|本命|最大的爱好|白月光)(了)?$", Likes)
        {
            Of = ChineseBearers.Myself | ChineseBearers.Together,
        },
        new(
            "一",
            "^一(有空|有时间|到周末|闲下来|放假|有机会)(我)?就(会|想|要|去)*(?<value>(?!睡|困|想你|忘)[^，]{2,16})$",
            (clause, match) => [clause.Fact(Attributes.Habit, ChineseValue.Of(match.Groups["value"].Value) is { } value ? "有空就" + value : null)])
        {
            Of = ChineseBearers.Myself,
        },
        new(
            "就",
            "^一?(看到|听到|闻到|吃到|想到|见到|看见|听见|闻|听|看|吃)(?<value>[^，就]{1,10}?)(我)?就(觉得|会|想|浑身|特别|很|要)*(烦|头疼|头大|恶心|想吐|吐|难受|害怕|起鸡皮疙瘩|反胃|来气|犯困|腿软|发怵)(了)?$",
            (clause, match) => [clause.Fact(Attributes.Likes, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "让使",
            "^(?<value>(?!你|他|她|这|那|它)[^，我]{1,10}?)(总|真的|最|特别|就)*(让|使|令)我(很|特别|非常|觉得|感到|浑身)*(恶心|反感|难受|头疼|头大|不舒服|抓狂|烦躁|窒息|害怕|受不了)(了)?$",
            (clause, match) => [clause.Fact(Attributes.Likes, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Myself,
        },
        new(
            "最",
            "^(这辈子|平时|一直|从小)?最(讨厌|怕|烦|恨|受不了|不喜欢|反感|不爱)(吃|喝|看|听)?的(就|食物|东西|事)*(就)?是(?<value>[^，]{1,16})$",
            (clause, match) => [clause.Fact(Attributes.Likes, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
            Whole = true,
        },
        new(
            "敬避没零",
            "^对(?<value>(?!你|他|她|这|那)[^，]{1,12}?)(敬而远之|避而远之|零容忍|没(什么)?好感|深恶痛绝|有阴影|无法忍受|提不起劲)(了)?$",
            (clause, match) => [clause.Fact(Attributes.Likes, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "喝吃点",
            "^(?<value>(喝|吃|点|泡)(咖啡|奶茶|茶|绿茶|红茶|拿铁|美式|豆浆|面|火锅|米线|粉|菜|饭|牛排|沙拉|饺子|包子|汤|粥|水)(从来|从|都|一直|总是|必须|一定|只|一般|永远|要)*(不加|不放|不要|不蘸|少|无|去|加|多放|多加|喝|吃|蘸|配"
            + "|要|放)[^，]{1,6})(的)?$",
            (clause, match) => [clause.Fact(Attributes.Habit, ChineseValue.Of(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "早午晚夜餐饭",
            "^(?<value>(早餐|早饭|早上|早点|午餐|午饭|中午|晚餐|晚饭|晚上|夜宵|宵夜)(一般|通常|都|总是|基本上?|习惯|只|就|每天|固定|永远|平时|大多|必)+(吃|喝|来|是)(?!什么|啥|了)[^，了]{1,12})(的)?$",
            (clause, match) => [clause.Fact(Attributes.Habit, ChineseValue.Of(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
            Whole = true,
        },
        new(
            "口",
            "^的?(口味|饮食)(一直|向来)?(比较|偏|很|挺|特别|有点|偏向|喜欢)*(?<value>清淡|重口味?|重|偏?[甜咸辣酸淡])(的)?$",
            (clause, match) => [clause.Fact(Attributes.Diet, "口味" + match.Groups["value"].Value)]),
        new(
            "素v",
            "^(?<not>不再|不|没)?(是(个|一个|一名)?|在|开始|改|成了?|成为|长期|坚持|已经)*(?<value>素食主义者|素食者|纯素者|纯素主义者|纯素食者|吃素|吃斋|蛋奶素|纯素|吃全素|素食|vegan|vegetarian)(者|了|的|已经"
            + "|快)*([一二三四五六七八九十几两\\d]+(年|个月)多?)?(了)?$",
            (clause, match) => [clause.Once(Attributes.Diet, match.Groups["value"].Value, match.Groups["not"].Success)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "清生低轻控减忌",
            "^(?<not>不)?(在|吃|开始|坚持|执行|只吃|正在)*(?<value>清真|生酮饮食|生酮|低碳饮食|低碳水|低碳|轻断食|无麸质饮食|无麸质|地中海饮食|低盐饮食|低糖饮食|低脂饮食|低嘌呤饮食|减脂餐|间歇性断食|16\\+8|控糖|戒糖|断糖)(的|饮食|了"
            + "|食品|食物|中)*$",
            Attributes.Diet)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "戒",
            "^(?<how>已经|刚|彻底|成功)*戒(掉)?(了)?(?<value>烟|酒|奶茶|咖啡|糖|可乐|游戏|手机|熬夜|甜食|槟榔|赌|宵夜|夜宵|短视频|零食)(已经|快|都)*([一二三四五六七八九十几两半\\d]+(年|个月|天|周)多?)?(了|啦)*$",
            Quit)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "又重复恢",
            "^(又|重新|再次|恢复)+(?<start>开始)?(了)?(?<doing>(吃|喝|抽|吸|打|玩|跑|练|弹|追|学|养|喝起|抽起|吃起)(上|起)?(?!了|过|到|完|错|多|坏|撑|醉)(?<what>[^，了来上]{1,6}))(来)?(上)?(?<now>了)$",
            Resumed)
        {
            Of = ChineseBearers.People,
            Whole = true,
        },
        new(
            "忌",
            "^(要|得|需要|医生让)?忌(口)?(?<value>(?!讳|惮|日|妒)[^，]{1,8})$",
            (clause, match) =>
                [
                    ChineseValue.Of(match.Groups["value"].Value) is { } food
                        ? clause.Fact(Attributes.Habit, (food == "酒" ? "喝" : "吃") + food, negated: true)
                        : null,
                ])
        {
            Of = ChineseBearers.People,
        },
        new(
            "吃喝抽吸沾碰",
            "^(基本|完全|一点|从来|从|几乎|平时|都|一般|根本|也|绝对|早就|现在|已经)*(?<not>不|没法|不能|不敢|不会|不怎么|不太|很少|从不|再也不|不再|滴酒不沾)(能|再|太|大|怎么|会)*(?<value>(吃|喝|抽|吸|碰|沾)(?!了|这|亏|醋|惊"
            + "|力|老本|完|饱|到|下|得|的|过|什么|饭|不|那|你|他|东西|透|一套|苦|消|错)[^，]{1,12}?)(的)?(了|啦|的)*$",
            (clause, match) => [clause.Fact(Attributes.Habit, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
        },
        new("沾", "^(从来)?滴酒不沾", (clause, _) => [clause.Fact(Attributes.Habit, "喝酒", negated: true)]),
        new(
            "不",
            "^(从来|从|再也|早就|已经)(都)?(不|没)(再)?(?<value>(看|玩|用|打|开车|熬夜|化妆|穿|坐|做|买|去|吃|喝|抽|点外卖|追|住|加班|迟到|养)(?!出|到|起|完|是|了|的|错|我|你)[^，]{0,10}?)(了)?$",
            (clause, match) => [clause.Fact(Attributes.Habit, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.People,
            Whole = true,
        },
        new(
            "不",
            $"^(现在|已经|早就|也|都|最近)*不再({ChineseTimes.Often})?(?<value>(?![^，]*[你您我])(?!(是|有|会|能|想|说|问|需要|知道|喜欢|爱|相信|信|住|在|担心|害怕|追究|打扰|联系|单身|年轻|孤单|那么|这么|纠结"
            + $"|犹豫|难过|生气))[^，了]{{2,12}}?)(了|啦)?$",
            Ceased)
        {
            Of = ChineseBearers.People,
            Whole = true,
        },
        new(
            "不",
            $"^(现在|已经|早就|最近)*({ChineseTimes.Often})?不(?<value>[学练跳打弹唱画跑游骑踢养追玩抽写教爬熬](?![扰你我它了])[^，了]{{1,8}})了$",
            Ceased)
        {
            Of = ChineseBearers.Relative,
            Whole = true,
        },
        new("习", "^(的)?习惯(了|是)?(?<value>(早睡早起|早起|晚睡|熬夜|裸睡|午睡|[^，]{0,6}(睡|起床|跑步|喝|吃|看|写)[^，]{0,8}))$", Attributes.Habit)
        {
            Of = ChineseBearers.People,
            Whole = true,
        },
    ];

    /// <summary>What is done regularly; tried when nothing else is said.</summary>
    // "我妈过生日，每年都得准备礼物": the duty is the speaker's.
    private static readonly Regex Duty = ChineseRule.Pattern("^(都|也|就)*(得|要|必须|需要|应该)");

    public static IEnumerable<SpokenFact> Habit(ChineseClause spoken)
    {
        // "睡前都要看半小时书" tells of no wish.
        var clause = Fixed.IsMatch(spoken.Often) ? spoken with { Rest = Must.Replace(spoken.Rest, string.Empty) } : spoken;
        if (
            !Regular.IsMatch(clause.Often)
            || Graded.IsMatch(spoken.Words[..^spoken.Rest.Length])
            || (clause.Bearer == ChineseBearers.Unnamed && Once.IsMatch(clause.Often))
            || (clause.Bearer == ChineseBearers.Relative && Duty.IsMatch(spoken.Rest))
            || NoHabit.IsMatch(clause.Rest)
            || clause.IsPast
            || Done.Match(clause.Rest) is not { Success: true } match
            || ChineseValue.Of(match.Groups["value"].Value) is not { Length: > 1 } value)
        {
            return [];
        }

        return [new SpokenFact(clause.Subject, Attributes.Habit, value, match.Groups["not"].Success) { When = clause.Often }];
    }

    private static IEnumerable<SpokenFact?> Ceased(ChineseClause clause, Match match) =>
        [clause.Fact(Attributes.Habit, ChineseValue.Of(match.Groups["value"].Value), negated: true)];

    // "又喝咖啡了" may be one cup; what one gives up is no matter of one time.
    private static IEnumerable<SpokenFact?> Resumed(ChineseClause clause, Match match)
    {
        var doing = Started.Replace(match.Groups["doing"].Value, string.Empty);
        return [match.Groups["start"].Success || GivenUp.IsMatch(doing) ? clause.Fact(Attributes.Habit, ChineseValue.Of(doing)) : null];
    }

    // "超讨厌下雨": who says so with force and names nobody, speaks of themselves.
    private static bool IsVague(ChineseClause clause) => clause.Bearer == ChineseBearers.Unnamed && !Forceful.IsMatch(clause.Words);

    private static IEnumerable<SpokenFact?> Likes(ChineseClause clause, Match match) =>
        clause.IsPast || IsVague(clause) ? [] : ChineseValue.All(match.Groups["value"].Value).Select(one => clause.Fact(Attributes.Likes, one,
            match.Groups["not"].Success));

    private static IEnumerable<SpokenFact?> Disliked(ChineseClause clause, Match match)
    {
        var bad = match.Groups["bad"].Value;
        var eaten = bad.StartsWith('吃') ? "吃" : bad.StartsWith('喝') ? "喝" : string.Empty;
        return clause.IsPast || IsVague(clause) ? [] : ChineseValue.All(match.Groups["value"].Value).Select(one =>
            clause.Fact(Attributes.Likes, eaten + one, negated: true));
    }

    private static IEnumerable<SpokenFact?> Quit(ChineseClause clause, Match match)
    {
        var (what, ended) = (
            match.Groups["value"].Value,
            match.Value.Contains('了', StringComparison.Ordinal) || match.Value.Contains('掉', StringComparison.Ordinal) || clause.Time.Length > 0);
        var doing = what switch
        {
            "烟" => "抽",
            "酒" or "奶茶" or "咖啡" or "可乐" => "喝",
            "糖" or "甜食" or "槟榔" or "宵夜" or "夜宵" or "零食" => "吃",
            "游戏" or "手机" => "玩",
            "短视频" => "看",
            _ => string.Empty,
        };
        return ended ? [clause.Fact(Attributes.Habit, doing + what, negated: true)] : [];
    }
}
