using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>
/// Knows values that have not the form of what they would be: where a pattern reads on into the next words, or a saying is worded as a statement
/// ("专业是背锅"), what it cuts out is no place, no trade, no school.
/// </summary>
internal static class ChineseShape
{
    private const string Apart = "(里|上|下|中|内|前|后|里面|后面|前面|旁边?|底下|顶上?)?$";

    // A value is a noun or what is done; none begins in the middle of a predicate.
    private static readonly Regex Broken = ChineseRule.Pattern("^(得|地(?![方铁下道理球中图板毯])|着|过(?![年桥家])|的|了|是|就是|把|被(?![子窝单套])|却|才(?![艺能])|吗|呢|吧|而)");

    private static readonly Regex Stay = ChineseRule.Pattern("^([一二三四五六七八九十两几半\\d]+|好几)(个)?(晚上?|夜|宿|天|周|星期|月|年|会儿|下|阵子?|次|段)");

    private static readonly Regex Deed = ChineseRule.Pattern("(?<!武)当(?![阳涂雄])|[做吃喝睡给把让想说叫]|(?<!.[丹])读");

    // Houses of animals and tales, and what is only lived in for a word's sake.
    private static readonly Regex NoDwelling = ChineseRule.Pattern(
        "(豪宅|酒店|宾馆|旅馆|青旅|招待所|霍格沃茨|大观园|水帘洞|花果山|桃花岛|紫禁城|御膳房|狼堡|地铁站|车站|下水道|井|桥洞|网吧|云端|海底|深海|树上|房(?!山)|棚子?|窝|洞|殿|庙|圈|笼子?|塔|棺材?|坟|墓|阁楼"
        + $"|仓库|市场|工位|城堡|皇宫|王宫|马厩|牢房?|监狱|冰箱|抽屉|箱子?|盒子?|手机|电视|屏幕|电脑|书|故事|童话|回忆|云|村口|路口|门口){Apart}");

    private static readonly Regex NoTrade = ChineseRule.Pattern(
        "^(给|把|被|在|让|跟|对|不|没|很|都|替)|[了着]|[我很啥]|(梦|魂|鬼|妖|魔(?!术)|仙|龙(?!虾)|时间|命运|影子|流浪|月光)[^，]{0,2}(师|人|者|官|使|匠|裁缝|邮差)$|(侠|怪|虫|帝|机器|工具人|冤大头|大冤种|单身狗|咸鱼|韭菜)$");
    private static readonly Regex NoSubject = ChineseRule.Pattern(
        "^(背(?!景)|吃(?!播)|睡|躺|摸|挨|混(?!凝)|扛|甩|花(?!卉|艺|样)|看|打(?![击印])"
        + "|搬|追|刷|熬|给|把|被|当|怼|抬杠|撒|装(?![饰帧配修备潢])|放空|发呆)|班?一般|[了着]");
    private static readonly Regex NoSchool = ChineseRule.Pattern("蹲|躺|睡|摸鱼|家里|被窝|干饭|社会大学|班一般");
    private static readonly Regex Suffered = ChineseRule.Pattern(
        "被(?![子窝单套动])|生病|住院|加班|堵车|排队|停[水电]|涨[价租]|罚款|交[税钱租]|房租"
        + "|挨|迟到|领导|甲方|物业|房东|改[稿需]|报表|表格|通勤|吵架|失眠|感冒|剩饭|垃圾|噪音|报错|开会|上班$|催|骂|蚊子|蟑螂");
    private static readonly Regex Lasted = ChineseRule.Pattern("^[一二三四五六七八九十百千万两几\\d]*(年|个月|天|次|回|遍)$");
    private static readonly Regex Loved = ChineseRule.Pattern("^(钱|放假|休息|涨工资|加薪|自由|周末|幸福|发工资)$");
    // Nobody is good at what nobody wants to be good at.
    private static readonly Regex Vice = ChineseRule.Pattern(
        "半途而废|拖延|迟到|迷路|丢三落四|犯困|赖床|熬夜|发呆|摸鱼|花钱|睡|躺|背锅|甩锅|打脸|摆烂|放弃|忘|搞砸|添乱|冷场|尬聊|沉默|浪费|败家|吹牛|抬杠|借口|认怂|翻车|掉链子|帮倒忙|嘴硬|内耗|焦虑|起不来|失败|^把.*[死砸黄坏]|^(吃|哭|穷|懒)");
    private static readonly Regex Measured = ChineseRule.Pattern("[一二三四五六七八九十两\\d](米|斤|公分|厘米|公斤)");
    private static readonly Regex Saying = ChineseRule.Pattern("^都在|[一二两三]天都|吃(土|瓜|亏|草|灰|空气|西北风|狗粮|苦|醋|老本|瘪|闭门羹)");
    private static readonly Regex NoName = ChineseRule.Pattern("[我你您他她它吗呢吧了着啥谁]|^(贷款|房贷|车贷|房租|花呗|信用卡|账单|工资|寂寞|孤独)$|不(?!凡)|什么|怎么");

    public static bool Fits(SpokenFact fact) =>
        fact.Attribute switch
        {
            Attributes.Note or Attributes.Preference or Attributes.Belief or Attributes.Contact => true,
            Attributes.Employer when ChineseWork.IsNone(fact.Value) => true,
            _ when Broken.IsMatch(fact.Value) => false,
            Attributes.Home or Attributes.Origin => !Stay.IsMatch(fact.Value)
                && !Deed.IsMatch(fact.Value)
                && (ChineseHome.IsKnown(fact.Value) || !NoDwelling.IsMatch(fact.Value)),
            Attributes.Occupation => !NoTrade.IsMatch(fact.Value),
            Attributes.Study => !NoSubject.IsMatch(fact.Value),
            Attributes.School => !NoSchool.IsMatch(fact.Value),
            Attributes.Skill => !Measured.IsMatch(fact.Value) && (fact.Negated || !Vice.IsMatch(fact.Value)),
            Attributes.Owns => !Lasted.IsMatch(fact.Value),
            Attributes.Age => fact.Value[0] != '几',
            Attributes.Name => !NoName.IsMatch(fact.Value),
            Attributes.Likes => fact.Negated ? !Loved.IsMatch(fact.Value) : !Suffered.IsMatch(fact.Value),
            Attributes.Habit => !Saying.IsMatch(fact.Value),
            _ => true,
        };
}
