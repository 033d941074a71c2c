using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>What somebody believes, and how they want to be spoken to.</summary>
internal static class ChineseViews
{
    private const string Language = $"({ChineseWords.Language})";

    // Requests that hold from now on. They name nobody, and much of them looks like a request of the moment.
    private static readonly Regex[] Wishes =
    [
        ChineseRule.Pattern(
            $"^(?<value>(请|麻烦|拜托)?(你|您)?(以后|今后|从现在起|从今以后|从今往后|每次)(请|麻烦|你|您|都|一律|就|尽量|只|务必)*(用|跟|和|别|不要|不用|少|多|先|叫|称呼|给|把|回|说|直接|简|控制)[^，]{{2,24}})$"),
        ChineseRule.Pattern(
            $"^(请|麻烦|拜托)?(你|您)?(?<value>(都|一律|一直|总是|尽量|务必)(请)?用({Language}|[^，]{{1,8}})(来)?(回复|回答|跟我说|和我说|沟通|交流)(我)?)$"),
        ChineseRule.Pattern(
            "^(请|麻烦|有事|有事请|最好|尽量|一般|平时|要找我|找我)*(?<value>(给我|跟我|和我)?(用|发|打|加|走|通过)?(我的?)?(微信|短信|邮件|电子邮件|邮箱|电话|钉钉|飞书|QQ|企业微信|信息|消息)(来)?(联系|找|给|通知|告诉|回复"
            + "|回)?我?)(就好|就行|即可|就可以|吧|最好|最方便)*$"),
        ChineseRule.Pattern(
            "^(请|麻烦)?(?<value>(千万)?(别|不要|不用|请勿|勿)(给我|跟我|和我)?(打电话|打我电话|发短信|发邮件|发语音|打语音|语音|打视频|发微信)(给我)?)(了|啊|哦)?$"),
        ChineseRule.Pattern("^(?<value>(回答|回复|答复|解释|说话|跟我说话|和我说话)(我)?(的)?(时候|时|问题时)?(请|麻烦|要|尽量|希望|最好|都)+[^，]{2,16})$"),
        ChineseRule.Pattern(
            "^(?!现在|今天|今晚|先|刚)(?<value>[^，]{0,12}?(千万)?(别|不要|请勿|勿)(再)?(联系我?|打扰我?|给我打电话|打电话给我|给我发[^，]{1,4}))(了|啊|哦)?$"),
        ChineseRule.Pattern("^(?<value>(语音|视频|电话)(就|请)?(别|不要|请勿)(发|打))(了|啊|哦)?$"),
        ChineseRule.Pattern("^(我)?(?<value>不(要|想要|需要)(任何)?(推送|提醒|通知|广告|客套话?|表情包?)[^，]{0,4})$"),
        ChineseRule.Pattern("^(请|麻烦)?(?<value>(说话|回答|回复|答案|解释)(尽量)?(简短|简洁|简单|详细|直接|口语化?|正式|具体|短|慢)(一?点|一些|些))$"),
    ];

    private static readonly Regex Personal = ChineseRule.Pattern("我|有事|联系|以后|今后|从现在起|从今|每次|回[答复]|说话|解释|答案|推送|提醒|通知|客套|表情|都|一律|总是|尽量|务必|别|不要");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "信",
            "^(完全|一直|从来|根本|压根|也|坚决|从小|始终)*(?<not>不|从不|从来不|并不|不太)?(相信|信奉|坚信|深信)(?!(你|您|他|她|我|自己|这|那|不|吗|任|了))(?<value>[^，]{1,16})$",
            Attributes.Belief),
        new(
            "信",
            "^(完全|一直|从来|根本|压根)*(?<not>不|从不|从来不)(信)(?<value>命|邪|鬼神|鬼|神|星座|算命|风水|中医|宗教|佛|教|迷信|塔罗)$",
            Attributes.Belief),
        new(
            "者徒",
            "^(?<not>不)?是(个|一个|一名|一位)?(坚定|虔诚|彻底|典型|坚定不移|忠实)?的?(?<value>(无神论|有神论|女权主义|女性主义|环保主义|唯物主义|和平主义|不婚主义|极简主义|理想主义|悲观主义|乐观主义|自由主义|保守主义|社会主义|现实主义"
            + "|完美主义|长期主义|动物保护主义|不可知论|泛神论)者|不婚族|丁克族|东正教徒|新教徒|印度教徒|犹太教徒|锡克教徒)$",
            (clause, match) => [clause.Fact(Attributes.Belief, (match.Groups["not"].Success ? "不是" : "是") + match.Groups["value"].Value)]),
        new(
            "者义",
            "^(是)?(?<value>无神论者|不婚主义者?|极简主义者?|素食主义者?|唯物主义者?|女权主义者?|丁克主义)(一枚|一个)?$",
            (clause, match) => [clause.Fact(Attributes.Belief, "是" + match.Groups["value"].Value)]),
        new("信", "^(?<value>[^，我你他她]{1,6}?)(这东西|这玩意儿?|啥的|什么的)?我(是|一概|完全|从来|根本|一直|都|真)*(?<not>不)?信(的)?$", Attributes.Belief) { Whole = true },
        new("无没不", "^(没有?|无)(任何)?(宗教)?信仰|^不信教$", (clause, _) => [clause.Fact(Attributes.Belief, "没有宗教信仰")]),
        new(
            "觉认坚主",
            "^(一直|始终|个人|真心|由衷|总|也|真的)*(觉得|认为|坚信|相信|主张|信奉)(?<value>(?!你|您|他|她|这|那|自己|不|今天|明天)[^，]{1,12}?(比(什么|一切|任何[^，]{1,3})都(重要|珍贵|强|宝贵)|(最|很|非常|更)(重要"
            + "|宝贵|珍贵|关键)|高于一切|至上|是第一位的?|是(最)?基本的?[^，]{1,6}|应该[^，]{2,12}|不应该[^，]{2,12}|不该[^，]{2,12}))$",
            Attributes.Belief),
        new(
            "支反赞主提",
            "^(一直|坚决|坚定|强烈|完全|非常|也|始终|向来|旗帜鲜明地)*(?<value>(支持|反对|赞成|主张|提倡|奉行|拥护)(?!你|您|他|她|这|那|我|一下|了)[^，]{2,14})$",
            Attributes.Belief)
        {
            Of = ChineseBearers.People,
        },
    ];

    /// <summary>How a text says a belief: with its own verb, or as what is believed.</summary>
    public static string Belief(string value, bool isDenied) =>
        value.StartsWith('是') || value.StartsWith("不是", StringComparison.Ordinal) || value.StartsWith("没有", StringComparison.Ordinal) || Stance.IsMatch(value)
            ? value
            : isDenied ? $"不相信{value}" : $"相信{value}";

    /// <summary>A wish for how one is answered or reached; null: the clause is none.</summary>
    public static SpokenFact? Wish(string clause)
    {
        foreach (var form in Wishes)
        {
            if (
                form.Match(clause) is { Success: true } match
                && Personal.IsMatch(clause)
                && ChineseValue.Checked(
                    match.Groups["value"].Value.Replace("您", string.Empty, StringComparison.Ordinal).Replace("你", string.Empty, StringComparison.Ordinal))
                    is { } value)
            {
                return new SpokenFact(null, Attributes.Preference, value);
            }
        }

        return null;
    }

    private static readonly Regex Stance = ChineseRule.Pattern("^(支持|反对|赞成|主张|提倡|奉行|拥护)");
}
