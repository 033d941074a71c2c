using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Knows messages whose "I" is nobody who could write them: a thing, an animal, a figure of the speaker's making, somebody of another age.</summary>
internal static class ChineseMakeBelieve
{
    // The word that counts people is 个, 名, 位 or 枚; what is counted otherwise is none.
    private const string Counted = "(一[只棵株台条头朵座滴颗匹辆栋扇盏块片根艘粒团缕阵架杯碗张支堵尾艘枝串锅]|[条头棵台朵滴颗](?=.{0,6}[鱼虫树花草狗牛猪蛇龙云水石]))";

    private static readonly Regex Thing = ChineseRule.Pattern($"(^|[，。！？；：\\n ])我(就|其实|不过|只|也|现在|大概|曾经)*是{Counted}");

    // A being or a thing without a word that counts it; names ("我是小雨", "我是王海龙") and stars are people's.
    private static readonly Regex Being = ChineseRule.Pattern(
        $"(^|[，。！？；：\\n ])我(就|其实|不过|只|也|现在)*是(?!属|小|阿|老|[{ChineseSubject.Surname}]|金牛|白羊|摩羯|学|单身|[^，。]{{0,6}}的人)[^，。！？的是有在]{{0,4}}"
        + "(雨|雨滴|雪花?|风|云|大海|河流|树|花|草|落叶|石头|沙子|星星|月亮|太阳|火焰|影子|幽灵|鬼魂?|妖怪?|魔王|魔鬼|神仙|怪兽|史莱姆"
        + "|狐狸?|狼|老虎|熊|鸟|鱼|虫子?|猫咪?|小?狗|蛇|兔子|牛|羊|鸭子|猪|桥|路灯|闹钟|椅子|雨伞|铅笔|镜子|剑|外星人|吸血鬼|精灵|丧尸|僵尸|超人|蝙蝠侠|机器人|女巫|巫师|海盗|忍者|龙)[，。！,]");

    // To an assistant nobody is kin: who is "your brother" plays a part. And who sets the scene.
    private static readonly Regex Part = ChineseRule.Pattern(
        "(^|[，。！？；\\n ])我(就)?是你(?!们|说|口中|的?(用户|客户|顾客|粉丝))[^，。！？]{1,12}([，。！,]|$)|(^|[，。；\\n ])(设|就当|权当|姑且当|当作|算)我是"
        + "|你是[^，。？！]{1,10}，?我是|你是我的?(副手|徒弟|丫鬟|书童|手下|部下|搭档|仆人|管家|随从|小弟|侍卫|军师)"
        + "|扮成|(人物|角色)档案|你问我答|网文(开头|片段|第)|唱[两几一](句|段|首)|字以内|主题句|(诗|词)一首|赋诗|(写|作|来)[^，。]{0,4}(七律|绝句|藏头诗)|写同人|穿书|转生成|穿越到|(^|\\n)写[^，。：了过完得的]{1,10}[，：]");

    // "我捏的角色叫白鹭", "我最近在写的主角": the making of a figure, and the figure.
    private const string Figure = "(角色|主角|主人公|女主|男主|配角|反派|人设|oc|OC|马甲|皮套|纸片人)";

    private static readonly Regex Made = ChineseRule.Pattern(
        $"我(?![^，。]{{0,4}}(喜欢|爱|讨厌|欣赏|崇拜))[^，。！？\\n]{{0,10}}的(那|这|一|新)?(个|位|名)?[^，。！？的\\n]{{0,3}}{Figure}"
        + "|我(在)?(扮|演|饰|饰演|扮演|cos|捏|编|塑造|虚构)(的|了一?个)"
        + "|(在|玩)?[《「][^》」\\n]{1,12}[》」](里|中|游戏里)[^，。\\n]{0,4}我"
        + "|我在(?![^，。]{0,4}(家|公司|单位|学校|班|宿舍|部门|团队|村|群|小区|国|市|县|省|系统|圈))"
        + "[^，。！？在]{2,8}(里|中)(是|当|叫|有[一二两三四五六七八九十]|养了?|住)|我在[《「][^》」\\n]{1,12}[》」](里|中)");

    private static readonly Regex Old = ChineseRule.Pattern(
        "我[^。！？\\n]{0,14}(唐|宋|元|明|清|秦|汉|隋|晋|商|周|夏|魏)朝人|(小生(?![意活日产动怕])|老夫(?![妻老])|朕|本宫|哀家|本王|贫僧|贫道|奴家|老衲|吾乃|俺老孙)");

    // "我是掌门", "我是柜子里的旧毛衣": a noun, not a clause.
    private static readonly Regex PartTaken = ChineseRule.Pattern(
        $"^我(就|其实|只|现在|只不过)?是(?!小|阿|[{ChineseSubject.Surname}]|[家独长幺]|老[大二三幺]|不|没|很|太|真|说|想|在|要|怕|觉得|怎|因|为|从|被|来|跟|和|对|用|去|上|下|第|这|那|昨|今|明|前|刚|想|看|听|问|有|已"
        + "|第|独|新手|新人|小白|过来|急性子|夜猫|宝妈|社恐|i人|e人|路痴|完美|一?个(急|慢|粗|细|内|外|很|特|比|喜|爱|不|没|新|小|普通))[^了吗呢吧，]{1,14}(?<![的过得])$");

    /// <summary>Whether somebody says who they are, in words by which a person might be anything.</summary>
    public static bool IsPart(string clause) => PartTaken.IsMatch(clause);

    public static bool Speaks(string message) => Thing.IsMatch(message) || Being.IsMatch(message) || Part.IsMatch(message) || Made.IsMatch(message) || Old.IsMatch(message);
}
