using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>What somebody can do, and on which devices.</summary>
internal static class ChineseSkill
{
    // "会" also says what will be: only doings that are learnt count, and no end of one.
    private const string Learnt =
        "(?![^，]*(你|您|他|她|它|这|那|好$|完|到|给|吧|的时候|明天|一定|努力))(修|做(?!到|好)|写(?!完)|弹|拉|唱|跳|画|编|织|缝|打(?!电话|扰|算)|下(?=.{0,2}棋)|骑|游|滑|剪|种|炒|包(?!容)|烤|煮|酿|雕|刻|吹|配|调|翻"
        + "|踢|射|驾|开(?=飞机|船|货车|卡车|手动|车|挖)|焊|裁|倒立|速记|心算|手语|书法|木工|电工|针灸|按摩|推拿|魔术|变魔术|口技|瑜伽|太极|武术|潜水|冲浪|滑板|轮滑|滑雪|游泳|攀岩|烘焙|刺绣|插花|茶艺|剪辑|修图|盲打|口算|腹语|双节棍|杂耍|抛球)";

    private const string Device =
        "(?i:iphone|ipad|macbook|imac|mac|airpods|apple "
        + "watch|thinkpad|surface|kindle|switch|ps[345]|xbox|windows|win1[01]|linux|ubuntu|android|ios|macos|pixel|galaxy|steam "
        + "deck|gopro|vivo|oppo|iqoo|realme)|苹果|华为|小米|红米|荣耀|三星|联想|戴尔|惠普|华硕|索尼|佳能|尼康|富士|大疆|魅族|一加|安卓|鸿蒙|老人机|功能机|翻盖机|折叠屏|平板|笔记本电脑|台式机|墨水屏|电纸书|机械键盘|智能手表|扫地机器人";

    private static readonly Regex Phone = ChineseRule.Pattern("手机$|(?i:iphone|pixel|galaxy)");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "会",
            $"^(?<not>不太|不)?会(?<value>{Learnt}[^，吗呢么]{{0,8}}?)(了|的|一点儿?|一些)?$",
            (clause, match) =>
                [clause.Time.Length == 0 ? clause.Fact(Attributes.Skill, ChineseValue.Of(match.Groups["value"].Value), match.Groups["not"].Success) : null]),
        new(
            "擅精拿",
            "^(最|很|比较|特别|非常|挺|还|也)*(?<not>不太|不)?(擅长|精通|拿手|善于)(的是)?(?<value>[^，]{1,16})$",
            (clause, match) => [clause.Fact(Attributes.Skill, ChineseValue.Of(match.Groups["value"].Value), match.Groups["not"].Success)]),
        new(
            "得",
            "^(?<value>[A-Za-z+#]{1,10}|[^，你他她这那我]{2,6}?)(?<how>用|写|弹|打|唱|做|画|骑|拉|剪|吹)得(很|挺|贼|特别|相当|还|比较|蛮|超|算)*(溜|好|不错|熟练?|棒|顺手?|流畅|厉害|可以|利索)(了|的)?$",
            (clause, match) => [clause.Fact(Attributes.Skill, ChineseValue.Of(match.Groups["value"].Value) is { } what
                ? match.Groups["how"].Value + what : null)]),
        new("拿", "^(?<value>[^，你他她这那我]{2,6}?)(还|也|勉强)*拿得出手$", Attributes.Skill),
        new("窍", "^(?<value>[^，你他她这那我]{1,8}?)(就|完全|是)*一窍不通$", Attributes.Skill, negated: true),
        new("长手绝强", "^的?(特长|强项|拿手好戏|拿手菜|拿手的|绝活|专长|长项|看家本领)(就|一直)*(是|有|：)(?<value>[^，]{1,16})$", Attributes.Skill),
        new(
            "年",
            $"^(?<value>(?<verb>写|弹|打|拉|练|画|跳|唱|踢|下|吹|滑|游|教)(?!了|过|完)[^，了年]{{1,10}}?)(\\k<verb>|练|学)?(了|已经|都|有|快)*{Number}(多|几|来)?年(多|了|的)*$",
            Attributes.Skill),
        new(
            "段级带",
            "^的?(?<value>(围棋|象棋|国际象棋|钢琴|古筝|小提琴|二胡|书法|跆拳道|柔道|空手道|剑道|英语|日语|普通话|计算机|素描|拉丁舞|街舞|羽毛球|乒乓球|网球|架子鼓|萨克斯)[^，]{0,5}([一二三四五六七八九十\\d]+[段级]|黑带|红带|N[1-5]"
            + "|[一二]级[甲乙]等|[一二][甲乙]))(了|水平)?$",
            Attributes.Skill),
        new(
            "用",
            $"^(的)?(都|就|一直|主要|上班|出门|工作|在家|平时)*用(的?(都|就)?是?|着)(一?[台部个])?(?<value>[^，了]{{0,6}}({Device})[^，]{{0,12}}?)(写|办公|记|看|拍|上网|画|处理|剪|打游戏|工作|学习"
            + $"|做)?([^，A-Za-z\\d]{{0,6}})?$",
            (clause, match) => [clause.IsPast ? null : clause.Fact(Attributes.Owns, ChineseValue.Of(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.People,
        },
        new(
            "用换升",
            $"^(刚刚?|已经|又|终于|把)*(?<kind>手机|电脑|平板|耳机|相机|手表)?(从[^，]{{1,12}}?)?(换|换成|换到|升级|升级成|升级到)了?(一?[台部个]|新的?)*(?<value>({Device})[^，]{{0,12}}?)(了)?$",
            Replaced)
        {
            Of = ChineseBearers.Anybody,
        },
    ];

    // Who changes over to another has the one before no more.
    private static IEnumerable<SpokenFact?> Replaced(ChineseClause clause, Match match)
    {
        var value = ChineseValue.Of(match.Groups["value"].Value);
        var kind =
            match.Groups["kind"].Success ? match.Groups["kind"].Value
            : Phone.IsMatch(match.Groups["value"].Value) ? "手机"
            : null;
        return clause.Bearer == ChineseBearers.Unnamed && !match.Groups["kind"].Success
            ? []
            :
            [
                kind is null ? null : clause.Fact(Attributes.Owns, kind, negated: true),
                clause.Fact(
                    Attributes.Owns,
                    value is not null && kind is not null && !value.EndsWith(kind, StringComparison.Ordinal) && match.Groups["kind"].Success
                        ? value + kind
                        : value),
            ];
    }
}
