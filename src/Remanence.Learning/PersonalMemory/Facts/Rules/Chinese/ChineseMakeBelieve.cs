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
        + "|狐狸?|狼|老虎|熊|鸟|鱼|虫子?|猫咪?|小?狗|蛇|兔子|牛|羊|鸭子|猪|桥|路灯|闹钟|椅子|雨伞|铅笔|镜子|剑|外星人|吸血鬼|精灵|丧尸|僵尸|超人|蝙蝠侠|机器人|女巫|巫师|海盗|忍者|龙)[，。！,]"
        + "|(^|[，。！？；：\\n ])我(就|其实|不过|只|也|现在)*是[^，。！？我]{1,12}的[^，。！？的]{0,3}(?<![女男财])(猫|狗|鸟|鱼|虎|狼|狐|神|妖|鬼|精灵|仙|兽|魂|幽灵|守护者|机器人)[，。！,]");

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
        "我[^。！？\\n]{0,14}(唐|宋|元|明|清|秦|汉|隋|晋|商|周|夏|魏)朝人|(小生(?![意活日产动怕])|老夫(?![妻老])|朕|本宫|哀家|本王|贫僧|贫道|奴家|老衲|吾乃|俺老孙)"
        + "|(^|[，。！？；：\\n ])(我乃|吾(?!辈|师|妻|爱|日)|在下(?![面雨班周一午次个沉滑降载楼去来单])|本(座|尊|公子|小姐|将军|官|帅|少爷|喵|汪|神|仙)|微臣|寡人|老身(?!体)|洒家|某家(?!公|里|店)|臣妾)");

    // Known from books and lessons; who bears such a name by chance says more than it in another message.
    private static readonly Regex Figures = ChineseRule.Pattern(
        "我(就|的名字)?(是|叫)(做)?(李雷|韩梅梅|贾宝玉|林黛玉|薛宝钗|王熙凤|孙悟空|猪八戒|唐僧|沙僧|哪吒|宋江|武松|林冲|鲁智深|李逵|曹操|刘备|关羽|张飞|诸葛亮|赵云|吕布|周瑜|貂蝉|令狐冲|郭靖|黄蓉|杨过|小龙女|张无忌|韦小宝|乔峰|段誉|虚竹|林平之|李寻欢"
        + "|楚留香|祥林嫂|孔乙己|阿[Qq]|闰土"
            + "|白素贞|许仙|梁山伯|祝英台|花木兰|秦始皇|武则天|杨贵妃|李白|杜甫|苏轼|灰太狼|喜羊羊|美羊羊|懒羊羊|光头强|熊大|熊二|哆啦A梦|大雄|柯南|樱木花道|路飞|鸣人|佐助|白雪公主|灰姑娘|小红帽|哈利·?波特|赫敏|福尔摩斯|罗密欧|朱丽叶|钢铁侠|奥特曼"
            + "|葫芦娃|齐天大圣|嫦娥|后羿|盘古|女娲)([，。！,]|$)");

    // "读者来稿，我是一名护士", "……——这是他写的": somebody else's text, without a colon.
    private const string Writer = "网友|读者|同学|学生|孩子|朋友|闺蜜|客户|顾客|面试者|候选人|应聘者|粉丝|邻居|室友|同事|房东|租客|老师|他|她|别人|人家|听众|患者|病人|家长|群友|博主|楼主|某人|有人|嘉宾|受访者|老人|作者";

    private static readonly Regex Others = ChineseRule.Pattern(
        $"(^|[。！？\\n])[^，。！？我]{{0,6}}({Writer})(们|的|发的|写的|写来的)?[^，。！？：我]{{0,4}}(投稿|来稿|稿子?|作文|自我介绍|提问|求助|日记|朋友圈|留言|评论|家书|来信|信|帖子?|启事|讲稿|独白|自述|口述|采访|录音|弹幕"
        + $"|签名|来电|咨询|吐槽|简历|简介|动态|语音|短信|消息)(里|中|上)?(说|写|写道|写着|是)?(的)?[，： ]+[我俺]"
        + $"|(^|[，。！？—\\n ])(这|以上|上面|下面)(段|些|句|篇|封|条)?(话|内容|文字|都)?就?是[^，。！？我]{{0,4}}({Writer})[^，。！？我]{{0,6}}(写|说|发|投|稿|话|信|留)");

    // What is headed as a scene, a part or something sent on.
    private static readonly Regex Headed = ChineseRule.Pattern(
        "^\\W*第[一二三四五六七八九十百\\d]+(回|话|节|卷|篇)[ "
        + "：:，]|(^|\\n)\\s*[（(【\\[][^）)】\\]\\n]{0,10}(声|镜头|场景|幕|旁白|独白|音乐|灯光|转发|转载|搬运|分享|引用|配音|OS|画外音|沉默|笑|哭)[^）)】\\]\\n]{0,4}[）)】\\]]\\s*[^，。]{0,4}[我俺]");

    // Beings, places and deeds of tales, where nobody tells of what they like, read or play.
    private static readonly Regex Marvel = ChineseRule.Pattern(
        "^(?![\\s\\S]*(喜欢看|爱看|看过|看完|在看|追|玩|读(书|过|完|小)|小说|电影|动漫|动画|游戏|乐队|酒吧|公园|展))[\\s\\S]*"
            + "(魔法|忘川|冥界|地府|阴间|黄泉|废土|(?<!罗马|大英|奥匈|动物)帝国(?!大|理工)|(?<!联合|沙特|英国)王国(?=的?[我，。里])|凤凰(?!古城|县|传奇|卫视|网|男|单车|自行车|机场|山|路|岛|新)|守塔人|(吃|喝|摘|养"
            + "|种)[^，。]{0,6}(星星|银河|月亮|月光|太阳|云朵|彩虹)|(没有|失去)(颜色|声音|时间|影子|重力|名字)的(世界|城|国|村|小镇)|(一|几|上|三|五|两)千年(?!前|来|以)|狼群|仙[女人界术]|修仙|炼[气丹]|元婴|隐身术|读心|喷火|飞龙"
            + "|独角兽|美人鱼|吸血鬼|狼人|异世界|异能|超能力|星际|飞船|外星人|仿生人|丧尸|江湖|武林|掌门|门派|师尊|主公|臣[乃妾]|陛下"
            + "|王爷|侯府|相府|镖局|客官|店小二|衙门|捕快|古堡|咒语|投胎|变成(了)?一[只条头棵朵]|镜头[一二三\\d]|小剧场|会飞|天花板上|钟楼|翅膀|([二三四五六七八九两]百|[千万]|[2-9]\\d\\d|\\d{4,})多?岁)");

    // How stories are told, and nobody talks.
    private static readonly Regex Told = ChineseRule.Pattern(
        "那是一个[^，。！？]{0,10}(夜|晚上?|清晨|黄昏|冬天|雨天|午后)|那一夜|那天夜里|推开[^，。！？]{0,5}门|一切都变了|命运的|尸体|凶手|案发|枪声|枪响|烛光|缓缓|冷冷地?|握紧|低声道|故事(从|要从|就)"
        + "|(最后|唯一)的?一?[个名位](?!小时|月|星期|学期|问题|孩子|儿子|女儿)|能(听见|听懂|听到|看见|看到)[^，。！？]{1,8}(说话|灵魂|未来|死|鬼|心声)|赏金猎人|猎魔|驱魔|盗墓|刺客|杀手|特工|间谍|卧底|神偷|闹鬼|灵异|地缚灵|幽魂"
        + "|第[一三]人称|短篇|微型小说|(这个)?(开头|结尾|情节)(写|续|接)下去|往下(写|编)|(接着|继续)(写|编|往下)|作为一[只棵条头台朵把]|我死(的|后|了)[^，。]{0,4}(年|时|候)"
        + "|直到(有一天|那[天晚年]|[^，。！？]{0,8}(遇见|出现))|(星露谷|原神|动森|我的世界|王者荣耀|模拟人生|塞尔达|英雄联盟|魔兽|剑网三?|逆水寒|明日方舟|博德之门|梦幻西游|大富翁|宝可梦|桌游|密室)[^，。]{0,3}(里|中)");

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
        Thing.IsMatch(message)
        || Being.IsMatch(message)
        || Part.IsMatch(message)
        || Made.IsMatch(message)
        || Old.IsMatch(message)
        || Marvel.IsMatch(message)
        || Told.IsMatch(message)
        || Figures.IsMatch(message)
        || Headed.IsMatch(message)
        || Others.IsMatch(message);
}
