using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>The clauses of a sentence, each from its first word that matters.</summary>
internal static class ChineseClauses
{
    // Beside ideographs a blank separates nothing; between two it stands for a comma.
    private static readonly Regex Beside = ChineseRule.Pattern(
        "(?<=[\\p{IsCJKUnifiedIdeographs}]) +(?=[A-Za-z\\d])|(?<=[A-Za-z\\d]) +(?=[\\p{IsCJKUnifiedIdeographs}])");

    private static readonly Regex Between = ChineseRule.Pattern("(?<=[\\p{IsCJKUnifiedIdeographs}]) +(?=[\\p{IsCJKUnifiedIdeographs}])");

    private static readonly Regex Comma = ChineseRule.Pattern(
        "[，,]+|——|…+|[~～]+|(但是|不过|而且|然后|所以|因此|同时|并且|另外)(?=我|在|住|也)");

    private static readonly Regex Opening = ChineseRule.Pattern(
        "^((其实|不对不对|不对|不是啦|不是的|嗯+|哦+|噢|啊|哎呀?|唉|诶|欸|哈+|嘿|嗨|哈喽|hello|hi|hey|Hi|Hello|嘻嘻|呜呜|对了|话说|说起来|说来|说到|顺便(说一下|说一句|一提|提一下)?|顺带一提|先说(一下|明)?|说一下|补充(一下"
        + "|一点)?|介绍一下|自我介绍一下|简单介绍一下|报告一下|你好|您好|大家好|在吗|是的|对(?![\\p{IsCJKUnifiedIdeographs}])|好的|好吧|行|更正一下|更正|纠正一下|说错了|打错了|记错了|口误|写错了|搞错了|另外|还有|而且|但是|但"
        + "|不过|可是|可|所以|那么|那|因此|然后|接着|同时|并且|不瞒你说"
        + "|老实说|说实话|说真的|讲真|坦白说|怎么说呢|你知道|跟你说|告诉你|告诉你个好消息|和你说|我跟你说|我想说|我告诉你|好消息|坏消息|更新一下|最新消息|终于|毕竟|因为|由于|既然|虽然|虽说|尽管|作为一个?|作为一名|身为一个?|身为|结果|总之|反正|目前来说|目前"
        + "|现在|悄悄说|偷偷说|PS|ps|ok|OK|Ok|嗯嗯|哈喽|以防万一|供参考|背景是?|(我的)?(个人)?(情况|背景|基本情况|个人信息|信息|资料|自我介绍|提醒|备注|注|说明|更新|更正|补充)(是|如下)?(?=[：:]))+[：:、 ]*)+");

    private static readonly Regex Labelled = ChineseRule.Pattern(
        "^(我的?)?(?<what>姓名|名字|年龄|职业|生日|邮箱|电子邮箱|email|Email|微信号?|QQ号?|电话|手机号?码?|住址|地址|专业|爱好|籍贯|身高|体重|家乡|老家|血型|星座|现居|坐标)[：:]");

    private static readonly Regex Speech = ChineseRule.Pattern("(?<!\\d)[：:](?!\\d|//)");

    private static readonly Regex Compared = ChineseRule.Pattern("^(比起|相比|跟|和|除了)[^我]{1,14}(?=我)");

    // "酒我戒了", "恐怖片我一概不看": what it is about stands first.
    private static readonly Regex Fronted = ChineseRule.Pattern(
        "^(?<what>(?!其实|现在|以前|昨天|今天|明天|最近|如果|虽然|因为|所以|但|这|那|你|他|她|谁|说|听|对|跟|和|在|从)[^我，的了是]{1,7}?)(?<who>我)(?<how>(已经|从来|一概|一律|一直|早就|早|真的|特别|超级?|很|最|再也"
        + "|基本上?|完全|平时|都|也|是)*)"
            + "(?<verb>不吃|不喝|不看|不听|不玩|不买|不碰|不用|不吸|戒了|戒|喜欢|爱吃|爱喝|爱看|爱听|讨厌|受不了|吃不了|喝不了|过敏|会说|会讲|练了|学了|弹了|养了|卖了|不会)(?<long>([一二三四五六七八九十几两半好多\\d来]+(年|个月|周"
            + "|天)(多|了)*)?)$");

    // "香菜葱花都不吃".
    private static readonly Regex Refused = ChineseRule.Pattern(
        "^(?<what>(?!其实|现在|以前|晚上|早上|平时|从来|一直|如果|谁|他|她|你|啥|什么|这|那|连|一口|一点|饭)[^我，的了是在都也]{1,6}?)(?<how>(都|也|一概|一律|从来|从|一直)+)(?<verb>不吃|不喝|不碰|不沾)$");

    // "我不只喜欢茶" denies nothing.
    private static readonly Regex NotOnly = ChineseRule.Pattern("不(只|仅|光|但|单)(仅|单|是)?(?=[喜爱讨会有对吃喝养学])");

    // "我是不信星座的" says "我不信星座".
    private static readonly Regex Stressed = ChineseRule.Pattern(
        "^(?<who>我|我们|俺)?(?<when>周[^，]{1,3}|平时|一般|从来)?是(?<body>(从来|一向|坚决|真的|绝对|完全)*(不|没|从不)(?!同意|知道|确定|清楚|对|行|好|可能)[^，]{2,8})的$");

    /// <summary>The sentence without blanks that mean nothing, and with commas for those that part its clauses.</summary>
    public static string Normal(string sentence) =>
        sentence.Contains(' ', StringComparison.Ordinal) ? Between.Replace(Beside.Replace(sentence, string.Empty), "，") : sentence;

    public static IEnumerable<string> Of(string sentence)
    {
        foreach (var part in Comma.Split(sentence))
        {
            var clause = Labelled.Replace(Compared.Replace(Opening.Replace(part.Trim(), string.Empty), string.Empty), "我的${what}是");
            clause = NotOnly.Replace(clause, string.Empty);
            clause = Stressed.Replace(clause, "${who}${when}${body}");
            clause = Refused.Replace(clause, "${verb}${what}");
            if (Fronted.Match(clause) is { Success: true } fronted)
            {
                var what = fronted.Groups["what"].Value;
                var verb = fronted.Groups["verb"].Value;
                clause = verb == "过敏" ? $"我对{what}过敏" : $"我{fronted.Groups["how"].Value}{verb}{fronted.Groups["long"].Value}{what}";
            }

            if (clause.Length > 0)
            {
                yield return clause;
            }
        }
    }

    // Of one's own words one says so: "跟你说", "实话说".
    private static readonly Regex Saying = ChineseRule.Pattern(
        "^(?!(我|俺|咱)(?![的妈爸姐哥弟妹爷奶外老同朋室闺女男儿领上家]))(?!跟|和|对|向|说|话|听|实|简|总|不得|不瞒|可以|先|必|按理|换|这么|怎么|来|老|坦|严格|一般|认真|如|再|多|少|别|你)"
        + "[^，：]{1,16}(讲|说|问|写|念|喊|唱|嚷|叹|吐槽|抱怨|感慨|哭诉|表示|留言|评论|回复|自述|自称|发来|开头|结尾|台词|独白|原话)(道|着|了|过|的|的是|就?是)?$");
    private static readonly Regex First = ChineseRule.Pattern("^[我俺咱吾本]");

    /// <summary>Whether the words of another begin after the clause: "采访里老太太讲，我…".</summary>
    public static bool Quotes(string clause, string next) => First.IsMatch(next) && Saying.IsMatch(clause);

    private static readonly Regex Thing = ChineseRule.Pattern("^(我|俺)(最近|现在|这个?|那个?)?[^，是有]{0,8}的[^，]{1,12}$");

    /// <summary>Whether a clause is about something of the speaker's, of which what follows may tell.</summary>
    public static bool IsOfAThing(string clause) => Thing.IsMatch(clause);

    /// <summary>Whether somebody is named before the clause, who then says it.</summary>
    public static bool IsSpeech(string clause) => Speech.IsMatch(clause);
}
