using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>What somebody has, plans and went through.</summary>
internal static class ChineseLife
{
    private const string Measure = "(片|处|亩|辆|台|部|套|把|架|双|块|副|支|件|款|栋|间|幅|张|艘|顶|盏|本|条)";
    private const string Thing =
        "驾照|驾驶证|车|私家车|房子?|自己的房子?|自己的车|护照|签证|电视|信用卡|微信|社保|医保|手机|电脑|工作签证|绿卡|居住证|居留证|教师资格证|电动车|摩托车|自行车|相机|无人机|车位|宠物|北京户口|上海户口|健身卡|会员|存款|房贷|车贷|学历|身份证|公积金";
    private const string Chat =
        "(睡|洗澡|吃饭|吃[午晚早]饭|上厕所|忙|上课去|走|哭|笑|疯|问|说|看看|想|聊|试|开始|去了|下班|出门|休息|起床|写|请|告诉|崩溃|好|放弃|死|跟你|和你|了|气|被|知道|了解|做饭|点外卖|找你|你|迟到|回家了|干嘛|干啥)";

    private static readonly Regex Future = ChineseRule.Pattern(
        $"明|后天|后年|下个?(周|星|礼|月|半|学)|[月年][底初]|这(周|个?月)|本[周月]|寒假|暑假|春节|过年|国庆|五一|十一|元旦|中秋|圣诞|端午|周末|[周]([一二三四五六日天])|{ChineseTimes.Date}|毕业后|以后|之后|年后");
    private static readonly Regex Bygone = ChineseRule.Pattern(
        "昨|前天|前年|去年|上个?(周|星|礼|月|学|半)|上半年|前(几|两|些|阵)|不久前|以?前$|年前|月前|天前|周前|小时候|时候?$|期间|那年|((19|20)?\\d\\d|[一二三四五六七八九零〇]{4})年|今年|[一二三四五六七八九十\\d]月(份|底|初)?"
        + "|这(周|个?月)|春节|国庆|五一|元旦|暑假|寒假|毕业后|婚后|年初");
    private static readonly Regex LastTime = ChineseRule.Pattern("上(个|周|星|礼|月|学|半|上)");
    private static readonly Regex Fleeting = ChineseRule.Pattern(ChineseTimes.Fleeting);
    private static readonly Regex Trip = ChineseRule.Pattern($"^去({ChinesePlace.Known}|.{{0,8}}(医院|体检|旅游|旅行|出差|留学|面试|露营|滑雪))");
    private static readonly Regex Milestone = ChineseRule.Pattern(
        "^(结婚|毕业|高考|中考|考研|生了|生宝宝|生二胎|搬家|搬去.+|搬到.+|退休|订婚|出国.*|回国.*|手术|做.*手术|答辩|当(爸|妈).*|换工作|入职.*|离职|辞职|转正|升(学|初中|高中)|去.*(留学|出差|旅游|旅行|读书|定居|支教|当兵)|考.*(试|证"
        + "|研|级|雅思|托福|驾照)|领证)$");
    private static readonly Regex Happened = ChineseRule.Pattern(
        $"^(?<first>(人生中?|这辈子)?(第一次|头一回|首次))?(?<value>(?![^，]{{0,2}}(累|困|烦|气|笑|哭|饿|死|疯|崩溃|无语|吓|惊|急|懵|傻|觉得|感觉|以为|想|知道|发现|听说|好多|(好|完|多|对|算|忘|晚|够)了$|怎么|变|热"
        + $"|冷|下雨|下雪|受够|好久|问了|说了|来了个|太|很|都|看到|听到|看见|遇到|碰到|刷到|收到你|睡了|起晚|迟到))[^，]{{1,22}})$");
    private static readonly Regex Lifetime = ChineseRule.Pattern(
        "^(终于|刚刚?|已经|成功|顺利|正式|又|总算)*(?<value>(升职|升职加薪|加薪|涨薪|毕业|订婚|领证|转正|升(经理|主管|总监|组长|科长|教授|副教授)|出院|破产|退伍|流产|中奖|拿到?(了)?(驾照|绿卡|[^，]{2,10}证书?"
        + "|[^，]{0,8}offer)|考(过|到|下来?|出)了?[^，]{2,14}|考上了?[^，]{2,10}|通过了?[^，]{2,14}(考试|面试|答辩|认证)|跑完了?[^，]{2,8}|完成了?[^，]{2,12}|(获得|拿|得)了?[^，]{1,10}(奖|冠军|亚军"
        + "|季军|第一名|金牌|银牌|铜牌|名次)|出版了?[^，]{2,12}|发表了?[^，]{2,12}|瘦了?[\\d一二三四五六七八九十两几]+(公?斤|kg)|减了?[\\d一二三四五六七八九十两几]+(公?斤|kg)|骨折|摔断了?[^，]{1,4}|出车祸|出了?车祸|住院"
        + "|去世|过世|走了(?=$)|确诊.{2,6}|破产|入党|入籍[^，]{0,6}|拿下了?[^，]{2,12}|还清了?[^，]{2,8}|落户[^，]{0,6}|创业失败|公司倒闭|当上了?[^，]{2,8}|学会了?[^，]{2,10}|搬(进)?(了)?新家|搬家|装修完"
        + "|开了一?[家间][^，]{2,10}|生病住院|入伍|参军|休学|退学|留级|转学[^，]{0,8}))(了|啦)*$");
    private static readonly Regex Ahead = ChineseRule.Pattern("^(明|后|下)");
    private static readonly Regex First = ChineseRule.Pattern("^(人生中?|这辈子)?(第一次|头一回|首次)");
    private static readonly Regex Aspect = ChineseRule.Pattern("^(?<verb>[^了]{1,3})了(?=.)");
    private static readonly Regex Vague = ChineseRule.Pattern("^(有点|没|不|好像|应该|都|是)|[啥谁]|岁$");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "卖",
            $"^(刚|已经)?把(之前的|原来的|旧的?|那?一?{Measure}?)*(?<value>[^，]{{1,14}}?)(给|都)?(卖|出|转手|处理|转让)(掉)?了(.*)$",
            (clause, match) => [clause.Fact(Attributes.Owns, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
        },
        new("卖", $"^(刚|已经)?卖(掉)?了(一|那|我的|原来的|之前的|旧的?|老)*{Measure}?(?<value>[^，]{{1,14}})$", Attributes.Owns, negated: true)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "买入换提购有添攒收置定下",
            $"^(刚刚?|新|又|终于|咬牙|自己|攒钱|在[^，]{{1,8}}|花了?[^，]{{1,8}}|贷款|全款|给自己|才)*(买了?|入手了?|换了?|提了?|购入了?|添置了?|收了?|置办了|拥有|有|败了|买下了?|组了|装了)(一|两|{Number}|个|新|新的"
            + $"|二手|一只)*{Measure}(全新|崭新|新|二手|旧|老)?的?(?<value>(?!事|话|人|路|消息|建议|问题|疑问|单|心|命)[^，]{{1,18}})$",
            Owned)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "买入换提购",
            "^(刚刚?|新|终于|自己|又|咬牙|在[^，]{2,8})*(买|入手|换|提|购入)(了)(个|一个|新|新的|一只|自己的)*(?<value>(房子?|车|新车|新房|iPhone.*|iphone.*|MacBook.*|iPad.*|Switch.*|switch"
            + "|PS5|ps5|Kindle|kindle|无人机.*|特斯拉.*|比亚迪.*|相机.*|手机.*|电脑.*|显卡.*|钢琴|吉他|跑步机|扫地机器人|洗碗机|空气炸锅|机械键盘|[A-Z][A-Za-z0-9 ]{2,20}))(了)?$",
            Owned)
        {
            Of = ChineseBearers.Anybody,
        },
        new("开用骑", $"^(的车是|的是|(现在|一直|平时)?(开|骑|用)的(是|就是))(一?{Measure})?(?<value>[^，]{{2,14}})$", Attributes.Owns)
        {
            Of = ChineseBearers.People,
        },
        new(
            "车机脑",
            "^的(?<kind>车|手机|电脑|相机|笔记本|自行车|键盘|吉他|平板|耳机)(就)?是(一?[辆台部把个])?(?<value>(?!坏|好|新的$|旧的$|不|被|很)[^，]{2,16}?)(的)?$",
            (clause, match) =>
                [
                    clause.Fact(
                        Attributes.Owns,
                        ChineseValue.Of(match.Groups["value"].Value) is { } thing
                            ? thing.Contains(match.Groups["kind"].Value, StringComparison.Ordinal)
                                ? thing
                                : thing + match.Groups["kind"].Value
                            : null),
                ])
        {
            Of = ChineseBearers.Speaker,
        },
        new("没", $"^没有?(自己的)?(?<value>{Thing})(了)?$", Attributes.Owns, negated: true) { Of = ChineseBearers.Anybody },
        new("有", $"^有(?<value>{Thing})(了|的)?$", Attributes.Owns) { Of = ChineseBearers.People },
        new(
            "目计愿理心",
            "^的?(新年|今年|明年|人生|近期|短期|长期|下一个|年度|接下来的?|最大的?)*(目标|计划|愿望|心愿|小目标|flag|打算)(就|还)*(是|：)(在)?(?<when>)(?<value>(?!什么|啥|你|成功)[^，]{2,24})$",
            Planned)
        {
            Of = ChineseBearers.People,
        },
        new(
            "想",
            $"^(一直|很|特别|也|都|还)*想(要)?(?<when>({ChineseTimes.Time})*)(?<value>(去(?!厕所|死|睡)|学(?!你)|考(?!虑)|换(?!个话题)|买(?=房|车|辆|套|台)|开一?家|搬|报(?!告|复)|读(?=研|博|个"
            + $"|完)|养|要个|生|移民|转行|创业|减肥|戒|跑完|写一?本|攒|拿下|回)[^，]{{1,18}})$",
            Wanted),
        new(
            "攒存",
            "^(在|正在|一直|拼命|开始)*(攒|存)(钱|首付)(想|准备|要|打算|为了?)*(?<when>)(?<value>(买|去|换|装修|付|结婚|留学|创业)[^，]{0,12})$",
            Planned)
        {
            Of = ChineseBearers.Household,
        },
        new(
            "不取",
            "^(?<how>不打算|没打算|不准备|不想再|决定不|不计划|取消了?|放弃了?|不会再|暂时不)(?<value>(?!了|你|告诉|说|问|聊)[^，]{2,20})$",
            (clause, match) => [clause.Fact(Attributes.Plan, ChineseValue.Of(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.People,
        },
        new(
            "打准计决筹安考预",
            $"^(正|正在|在|都|也|已经|最近)*(打算|准备|计划|决定|筹备|预计|定好了|安排了|预定)(好了?|了)?(?<when>({ChineseTimes.Time})*)(要|先"
            + $"|就)?(和[^，]{{1,8}}一起)?(?<value>(?!{Chat})[^，]{{2,24}})$",
            Planned)
        {
            Of = ChineseBearers.Household,
        },
        new(
            "订买定抢票",
            $"^(已经|刚|都|终于)*(订|买|定|抢|抢到|约)(好)?(了|到了?)?(?<when>({ChineseTimes.Time})*)(的)?(?<value>去[^，的]{{2,10}}|飞[^，的]{{2,10}}|[^，]{{2,10}}演唱会)的?(机票|高铁票?"
            + $"|火车票|车票|票|酒店|民宿|船票)(了)?$",
            Planned)
        {
            Of = ChineseBearers.Household,
        },
        new(
            "报约",
            "^(已经|刚|都)*(报名了?|报了名|报了|约了?|预约了?)(?<when>)(参加|去)?(?<value>(?!你|人|他|她|朋友|警|名|销|了|会|等|好)[^，]{2,16}?)(了|的名)?$",
            (clause, match) => [Attending(clause, match)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "要即将快马会去",
            $"^(?<sure>即将|马上就?要|快要|马上|就要|要|会|得|将|快(?!乐|递|餐|手|车|点|来)|准备|需要|是要)+(?<when>({ChineseTimes.Time})*)(和[^，]{{1,8}}一起"
            + $"|跟[^，]{{1,8}})?(?<value>(?!{Chat}|求|是|不是|命|我|怎|多|很|更|好好|努力|加油|说话)[^，]{{1,20}}?)(了|啦|咯)*$",
            Due)
        {
            Of = ChineseBearers.Household,
        },
        new("去", "^(?<value>去[^，]{2,12}?(出差|旅游|旅行|度假|玩|留学|开会|看演唱会|面试|培训|考试|体检|复查|露营|滑雪|参加[^，]{2,8}))(了)?$", Due)
        {
            Of = ChineseBearers.Household,
        },
        new("婚毕考试搬手术值面答", "^(?<value>结婚|毕业|高考|中考|考研|搬家|手术|答辩|面试|体检|考试|开学|入职|订婚|办婚礼|预产期)(?!了|那|后|以|的)$", Due)
        {
            Of = ChineseBearers.Household,
        },
        new(
            "过",
            "^(?<not>没有?|从没|从来没有?)?(?<value>(去|到|住|学|当|做|参加|拿|得|养|开|出|写|跑|玩|练|考|读|教|待|游|登|爬)过(?!来|去|程|年|分|期|度|敏|马上)[^，]{1,16}?)(了|的)?$",
            (clause, match) =>
                [
                    clause.Fact(Attributes.Event, ChineseValue.Of(match.Groups["value"].Value), match.Groups["not"].Success) is { } fact
                        ? fact with
                        {
                            When = When(clause),
                        }
                        : null,
                ])
        {
            Of = ChineseBearers.People,
        },
    ];

    /// <summary>What happened, or will; tried when nothing else is said.</summary>
    public static IEnumerable<SpokenFact> Event(ChineseClause clause)
    {
        if (clause.Bearer is ChineseBearers.None || clause.Often.Length > 2)
        {
            return [];
        }

        var done = clause.Rest.EndsWith('了') || clause.Rest.Contains('了', StringComparison.Ordinal) || clause.Rest.Contains('过', StringComparison.Ordinal);
        if (Lifetime.Match(clause.Rest) is { Success: true } milestone && done)
        {
            return Told(clause, milestone.Groups["value"].Value);
        }

        var first =
            clause.Rest.Contains("第一次", StringComparison.Ordinal)
            || clause.Rest.Contains("头一回", StringComparison.Ordinal)
            || clause.Rest.Contains("首次", StringComparison.Ordinal);
        return
            clause.Bearer is not ChineseBearers.Unnamed
            && done
            && (first || Bygone.IsMatch(clause.Time))
            && !Ahead.IsMatch(clause.Time)
            && Happened.Match(clause.Rest) is { Success: true } happened
            ? Told(clause, happened.Groups["value"].Value)
            : [];
    }

    private static IEnumerable<SpokenFact> Told(ChineseClause clause, string words) =>
        ChineseValue.Of(Aspect.Replace(First.Replace(words, string.Empty), "${verb}")) is { Length: > 1 } value && !Vague.IsMatch(value)
            ? [new SpokenFact(clause.Subject, Attributes.Event, value) { When = When(clause) }]
            : [];

    private static string? When(ChineseClause clause) => clause.Time.Length == 0 || Fleeting.IsMatch(clause.Time) ? null : clause.Time;

    private static IEnumerable<SpokenFact?> Owned(ChineseClause clause, Match match) =>
        [clause.Once(Attributes.Owns, ChineseValue.Of(match.Groups["value"].Value))];

    private static IEnumerable<SpokenFact?> Planned(ChineseClause clause, Match match) => [Plan(clause, match)];

    // A wish is a plan where it has a time.
    private static IEnumerable<SpokenFact?> Wanted(ChineseClause clause, Match match) =>
        Future.IsMatch(clause.Time + match.Groups["when"].Value) ? [Plan(clause, match)] : [];

    private static SpokenFact? Attending(ChineseClause clause, Match match)
    {
        var value = ChineseValue.Of(match.Groups["value"].Value);
        return value is null ? null
            : clause.Fact(Attributes.Plan, (match.Value.Contains('约', StringComparison.Ordinal) ? "去" : "参加") + value) is { } fact
                ? fact with
                {
                    When = When(clause),
                }
            : null;
    }

    private static IEnumerable<SpokenFact?> Due(ChineseClause clause, Match match)
    {
        var value = match.Groups["value"].Value;
        var time = clause.Time + match.Groups["when"].Value;
        return
            Future.IsMatch(time)
                && !time.StartsWith('今')
                && !time.StartsWith('昨')
                && !time.Contains("去年", StringComparison.Ordinal)
                && !LastTime.IsMatch(time)
            || (match.Groups["sure"].Success && (Trip.IsMatch(value) || Milestone.IsMatch(value)))
            ? [Plan(clause, match)]
            : [];
    }

    private static SpokenFact? Plan(ChineseClause clause, Match match)
    {
        var time = clause.Time + match.Groups["when"].Value;
        return clause.IsPast ? null : clause.Fact(Attributes.Plan, ChineseValue.Of(match.Groups["value"].Value)) is { } fact
            ? fact with { When = time.Length == 0 || Fleeting.IsMatch(time) ? null : time }
            : null;
    }
}
