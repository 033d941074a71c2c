using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Knows words that make a Chinese statement no fact.</summary>
internal static class ChineseDoubt
{
    private static readonly Regex Told = ChineseRule.Pattern("哪(个|句|种)(说法|写法)?[^，。？]{0,2}(地道|通顺|自然|顺口|得体)|(帮|替|给)(我)?(妈|爸|奶奶|爷爷|老公|老婆|朋友|同事|孩子|他|她)[^，。]{0,4}(发|写|回|拟|编)(一|个|条|段|封|她|他|下)|改得|改(正式|短|长|通顺|好看)|(英文|英语|日语|中文)怎么(写|说|讲|表达)|这(句|段|话|么写|样写)[^，。]{0,6}(对吗|行吗|通顺|怎么样|怎么改|有语病)|怎么(回复?他|回复?她|回这)|帮我回(一下|复)|剧本|第[一二三四五六七八九十\\d]+(幕|章|场)|写(一?个|一?段|一?篇)?(自述|自传|回忆录|人物)|做梦|梦中|游戏里|例句|范文|模板|示例|样例|测试数据|虚构|怎么唱|那首歌|歌里唱|角色(写|设计|起|编|想|设定|背景|卡)|人物小传|还剩下?(多少|几)|(一共|总共|共)(是|有|要|花|用)?了?(多少|几)|写(一|个|篇|首|封|段|份|点|出|成)?[^，。]{0,8}(小说|故事|剧本|段子|作文|歌词|诗|文案|短文|独白|人设|检讨|日记|信|简历|自我介绍)|(小说|故事|剧本|剧情|台词|歌词|设定|人设|例句|原文|题目|应用题|造句)[^，。]{0,6}[：:]|角色扮演|(玩个?|做个?)[^，]{0,6}游戏|扮演|假装|想象一下|假想|你(现在)?(来)?(当|演|是)[^，。]{0,3}(面试官|医生|老师|客服|女朋友|男朋友|助手|角色)|我(来)?(演|当|饰)[^，。]{0,10}你(来)?(演|当|饰)|翻译(一下|成|这|下|：|:|如下|以下|为)|(帮我|请|把|麻烦)[^，。]{0,8}翻译|译为|怎么说|怎么翻|咋说|用.{1,6}[语文]说|组词|从前(有|我|，)|很久很久以前|梦见|梦到|做了个梦|梦里|测试(一下|用户|消息|数据|123)|^测试|^test|我是测试|应用题|数学题|脑筋急转弯|猜谜|一共几|还剩几|一共多少|还剩多少");

    private static readonly Regex Doubtful = ChineseRule.Pattern("(跟|对|和|给)我(讲|说|抱怨|吐槽|坦白|倾诉|发消息|留言)(过|了)?[，：] ?我|狗头|吃土|算吗|算不算|吃不起|又[^，。！]{1,10}[，！][^，。]{0,4}(最|太|好|真|超)(喜欢|爱)|有的是[穷懒]|首富|住故宫|服务器里|霸王龙|恐龙(?!博物馆|化石)|最?(喜欢|爱|享受)(堵车|加班|排队|上班|早起打卡|开会|被[^，]{0,6}(叫醒|骂|催|坑))|(爱好|特长|特长就)是(上班|加班|堵车|排队|摸鱼|睡觉)|对(穷|丑|傻|贫穷|笨)过敏|只睡[一二三几]?(分钟|秒)|^(?!我(?!的|姐|哥|妈|爸|弟|妹|老|室|同|朋|闺|女|男|儿|奶|爷|外|领|上司))[^，]{1,12}(说|写|写道|念|喊道?)[，,]我|^(行行行|那可不|啧啧|可不是|对啊我)|满意了吧|小意思|\\[doge\\]|呵[。！!]*$|都认识我|火星|凌霄|花果山|王母|玉皇|天庭|宇宙|地球|龙王|若(是)?(生|我)|我若|亿万富翁|家里?有矿|年薪[^，]{0,4}(亿|千万)|最擅长的?(就)?是(拖延|摸鱼|睡觉|发呆|花钱|躺平|迟到)|干饭(大学|人)|专业是(睡觉|吃饭?|摸鱼|干饭)|对(上班|加班|工作|学习|早起|作业|考试|老板|周一|钱|努力|数学)过敏|可太(喜欢|爱|开心)|可真(喜欢|爱|会)|月亮上|白宫|^(对对对|是是是|哇哦?|太好了吧|真感谢|真谢谢|感谢你全家)|如果|假如|(?<![主只重就想还])要是|假设|假定|倘若|若是|万一|除非|但愿|要不是|就好了|该多好|恨不得|多希望|哪怕|即使|即便|就算|要不然我|开玩笑|逗你|骗你|反话|呵呵|才怪|行了吧|行吧行吧|信不信|据说|听说|听人|(?<![我])说(自己|他|她|我)|有人(说|问)|网上|人家说|[他她]们?(说|讲|告诉|觉得|以为)|(别人|大家|朋友|同事|同学|老师|老板|邻居|网友|博主|主播|专家|医生|妈|爸|大哥|大爷|大妈|大姐|阿姨)们?(总|老|都|常|就|跟我|对我|还)*(说|喊|问|吐槽|写)|(书|剧|电影|歌|小说|视频|文章|课文|作文|评论|广告|帖子|新闻)(里|中|上)(?!班)|成语|谚语|俗话|老话|比如|例如|举个例子|打个比方|打个比喻|想象中|下辈子|上辈子|前世|来世|假的|装作|冒充|穿越|重生|中了彩票|中彩票|有钱了|等我有|像我是|好像我|当我是|以为我|怀疑我|仿佛|从前[^，]{0,4}(我|有)|我(要|想)是个?(会|能|有)|\\b(if|pretend|suppose)\\b|/s\\b");

    // Names and titles may stand in quotation marks; what else does is somebody's words.
    private static readonly Regex Named = ChineseRule.Pattern("(?<=叫做?|名字是|名叫|名为|外号|昵称|网名|英文名是|是|喜欢看?|爱看|看|读|听|玩)[“\"「『‘](?<name>[^”\"」』’，。！]{1,12})[”\"」』’]");

    private static readonly Regex Quoted = ChineseRule.Pattern("[“”\"«»「」『』]");

    private static readonly Regex Asking = ChineseRule.Pattern("吗$|么$|呢$|吗[，。!！~]*$|怎么(?!都|也)|怎样|如何|咋[^呼]|啥|(?<!没)什么(?!的|都|也)|哪(?!怕)|谁(?!都|也)|多少|为何|(?<![十好])几岁|几(个|岁|点|天|次|号|月|年|家|种|款)?(好|合适|才)|是不是|有没有|要不要|能不能|会不会|该不该|好不好|可不可以|行不行|对不对|值不值|需不需要|应不应该|还是.{1,8}(好|呢)$|该.+还是|(?<!他)(帮|教|求|麻烦|拜托|劳驾)(我|个|下|忙|推荐|大家|你|一下|大佬|问|助)|推荐(?!算法|系统|信)|请(你|您|帮|给|问|教|列|介绍|推|用|把|写|分析|解释)|^(给我|告诉我|介绍|列|解释|分析|总结|生成|写|查|算|来[个点]|讲讲|说说|聊聊|看看|安排|提醒我|设[个定]|播放|打开|搜)|能否|可否|可以.*吗|怎么办|攻略|建议$|对吧|是吧|没错吧");

    private static readonly Regex CalledOff = ChineseRule.Pattern("[，,。 ](但是?|可是?|不过|后来|结果|最后|最终|又|还是|现在|已经|因为[^，]{1,10}|都)*(取消|泡汤|黄|作罢|没成|没去成?|去不成|没买成?|没实现|搁置|放弃|改主意|改变主意|算|吹|不了了之)(了|$)");

    // What was meant once: "本来打算", "原计划".
    private static readonly Regex Meant = ChineseRule.Pattern("(本来|原本|原先|原来|当初|一度|曾经?)(我)?(是|就|也|还|都)*(打算|准备|计划|想|要(?!好)|约|订|报)|原计划|原定");

    private static readonly Regex Unsure = ChineseRule.Pattern("可能|也许|或许|好像|似乎|大概|说不定|不确定|应该(?!算)|估计|没准|差点|差一点|几乎|快.{0,2}死|死了$|死我|疯了|成狗|像[^，]{1,6}一样|跟[^，]{1,6}似的|似的|恨死|爱死|累死|笑死|气死|希望|想要?(是|成为|变)|(?<![不我])愿意|真想|好想|超想|多想|巴不得|幻想|梦想|宁愿|宁可|无论|不管|只要|只有.*才|难道|莫非|何必|谁叫|反正我又|又不是|不是我说|我的(心|天|妈|神|老天|锅|错|问题|意思|菜)|我去[！!~]*$|我靠|我(晕|服|倒)了?[！!~]*$");

    /// <summary>Whether the whole message is a story, a role, a test or a text of somebody else's.</summary>
    public static bool IsTold(string message) => Told.IsMatch(message) || ChineseMakeBelieve.Speaks(message);

    /// <summary>A sentence with the marks around names taken away; null when it is a condition, hearsay, irony or a quotation.</summary>
    public static string? Plain(string sentence)
    {
        var plain = Quoted.IsMatch(sentence) ? Named.Replace(sentence, "${name}") : sentence;
        return Quoted.IsMatch(plain) || Doubtful.IsMatch(plain) ? null : plain;
    }

    /// <summary>Whether what was planned is not to be, as the sentence tells after it.</summary>
    public static bool IsCalledOff(string sentence) => CalledOff.IsMatch(sentence);

    /// <summary>Whether a clause asks for something, or its speaker is not sure.</summary>
    public static bool IsPassedOver(string clause) => Asking.IsMatch(clause) || Unsure.IsMatch(clause) || Meant.IsMatch(clause);
}
