using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Knows messages whose "I" is nobody who could write them: a thing, an animal, a figure of the speaker's making, somebody of another age.</summary>
internal static class ChineseMakeBelieve
{
    // The word that counts people is 个, 名, 位 or 枚; what is counted otherwise is none.
    private const string Counted = "(一[只棵株台条头朵座滴颗匹辆栋扇盏块片根艘粒团缕阵架杯碗张支堵尾艘枝串锅]|[条头棵台朵滴颗](?=.{0,6}[鱼虫树花草狗牛猪蛇龙云水石]))";

    private static readonly Regex Thing = ChineseRule.Pattern(
        $"(^|[，。！？；：\\n ])我(就|其实|不过|只|也|现在|大概|曾经)*是({Counted}|(?!属|单身)[^，。！？]{{0,10}}({ChineseWords.Pets})([，。！？,]|$))"
        + "|(^|[，。！？；\\n ])我在[^，。！？]{2,8}(里|中)(是|叫)(?!不|最|很|第)");

    // To an assistant nobody is kin: who is "your brother" plays a part. And who sets the scene.
    private static readonly Regex Part = ChineseRule.Pattern(
        "(^|[，。！？；\\n ])我(就)?是你(?!们|说|口中|的?(用户|客户|顾客|粉丝))[^，。！？]{1,12}([，。！,]|$)|(^|[，。；\\n ])(设|就当|权当|姑且当|当作|算)我是"
        + "|你是[^，。？！]{1,10}，?我是|你是我的|——+这是[^，。我]{1,6}的"
        + "|(^|\\n)\\W{0,2}[【\\[（(](?!我)[^】\\]）)]{1,8}[】\\]）)]\\s*[我俺]");

    // Words in which nobody speaks of themselves today.
    private static readonly Regex Old = ChineseRule.Pattern(
        "(^|[，。！？；：\\n ])(我乃|吾(?!辈|师|妻|爱|日)|朕|老夫(?!妻)|本(宫|王|座|尊|将军)|贫[僧道]|在下(?![面雨班周一午次个沉滑降载楼去来单]))");

    // "我是掌门", "我是柜子里的旧毛衣": a noun, not a clause.
    private static readonly Regex PartTaken = ChineseRule.Pattern(
        $"^(今晚|今天|此刻|这次|这局)?我(就|其实|只|现在|只不过)?是(?!小|阿|[{ChineseSubject.Surname}]|[家独长幺]|老[大二三幺]|不|没|很|太|真|说|想|在|要|怕|觉得|怎|因|为|从|被|来|跟|和|对|用|去|上|下|第|这|那|昨|今"
        + $"|明|前|刚|想|看|听|问|有|已"
        + "|第|独|新手|新人|小白|过来|急性子|夜猫|宝妈|社恐|i人|e人|路痴|完美|一?个(急|慢|粗|细|内|外|很|特|比|喜|爱|不|没|新|小|普通))[^了吗呢吧，]{1,14}(?<![的过得])$");

    private static readonly Regex Usual = ChineseRule.Pattern("\\d|[后党控粉迷座人生员者师户主友民]$|学|公司|[妈爸娃孩]|同事|朋友|亲戚|名字|老师|新|班|系|这边|负责|做|的时候");

    /// <summary>Whether somebody says who they are, in words by which a person might be anything.</summary>
    public static bool IsPart(string clause) => PartTaken.IsMatch(clause);

    /// <summary>Whether a clause after a name says what its bearer is, and it is nothing that people are: "我叫沈清秋，是青云门的大弟子".</summary>
    public static bool IsRole(string clause) => clause.StartsWith('是') && !Usual.IsMatch(clause) && PartTaken.IsMatch("我" + clause);

    public static bool Speaks(string message) =>
        Thing.IsMatch(message) || Part.IsMatch(message) || Old.IsMatch(message);
}
