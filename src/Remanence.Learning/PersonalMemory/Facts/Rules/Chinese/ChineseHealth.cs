using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Allergies and conditions.</summary>
internal static class ChineseHealth
{
    private const string Illness =
        "(?!(穷|懒|公主|相思|心|毛|通|大|老毛|富贵|红眼|王子|中二|职业|选择困难|拖延)(病|症)|懒癌|直男癌|尴尬癌|.*晚期)([^，了的有]{0,8}(病|炎|症|癌|瘤|结石|综合征|综合症|障碍|过敏症|囊肿|增生|息肉|结节|溃疡|突出|骨折|痛风|贫血|哮喘"
        + "|高血压|低血压|高血脂|高血糖|低血糖|糖尿病|甲亢|甲减|桥本|鼻炎|脂肪肝|痔疮|湿疹|荨麻疹|银屑病|白癜风|近视|散光|远视|弱视|色盲|色弱|耳鸣|偏头痛|失眠|抑郁|焦虑|乙肝|带状疱疹|癫痫|早搏|心律不齐|多囊|静脉曲张|扁平足|脊柱侧弯|腱鞘炎|膝盖旧伤|腰伤"
        + "|旧伤|蛀牙|智齿|幽门螺杆菌)|(?i:adhd|ptsd|ibs|pcos|asthma|diabetes))";

    private const string Body = "(膝盖|腰椎|腰|颈椎|肩膀|胃|肠胃|心脏|肝|肾|眼睛|视力|听力|血压|血糖|血脂|尿酸|皮肤|牙|脚踝|脚|腿|手腕|嗓子|鼻子|肺|背|睡眠|免疫力|记性)";

    private static readonly Regex Myopia = ChineseRule.Pattern($"(近视|远视|散光)(眼)?{Number}度|(高度|深度|轻度)(近视|远视|散光)");
    private static readonly Regex Degree = ChineseRule.Pattern("^(点|些)|^了");
    private static readonly Regex Both = ChineseRule.Pattern("和|跟|以及|还有");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "敏",
            "^(?<not>不|没有)?(从小|一直|天生|严重|会)*对(?<value>[^，]{1,16}?)(有点儿?|严重|轻微|轻度|重度|都|会|是|特别|非常|很|也|有)*(?<no>不)?(会)?过敏(?!性)",
            Allergy)
        {
            Of = ChineseBearers.Living | ChineseBearers.Unnamed,
        },
        new(
            "敏",
            "^(有|是)?(点|严重|轻微)*的?(?<value>(?!季节|容易|会|又|皮肤|性|体质|他|她|我)[^，对有是]{1,8}?)过敏(症|史|体质|患者|者)?(了|很严重)?$",
            Allergy),
        new("敏", "^的?过敏(原|源)(是|有)(?<value>[^，]{1,16})$", Allergy),
        new(
            "敏疹肿喉痒",
            "^一?(吃|喝|碰|闻|沾|接触|闻到|碰到)(了|到)?(?<value>(?!嘴|喉|脸|手|身|皮肤|嗓|全)[^，就会我]{1,8}?)(我)?(就|会|都会|就会)(全身|浑身|嘴|喉咙|脸)?(过敏|起疹子|起红疹|长疹子|肿|喉咙痒|发痒|痒|打喷嚏|起荨麻疹)",
            Allergy)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "耐",
            "^(有|是)?(对)?(?<value>[^，不人]{1,8}?)(有点|严重)?不耐受?(症|的|了|体质)*$",
            (clause, match) => [clause.Fact(Attributes.Health, ChineseValue.Of(match.Groups["value"].Value) is { } what ? what + "不耐受" : null)]),
        new(
            "有得患诊查",
            $"^(?<not>没有?|不)?(又|被|一直|天生|先天|从小|还|也|医院|最近|被医生)*(有|得了|得过|得|患有|患了|患上了?|患|确诊了?(是|为|有)?|查出来?了?(有|得了)?|检查出来?(有)?|诊断(出|为)了?|被诊断(为|出|有)了?|犯了)(点|些"
            + $"|轻度|中度|重度|轻微|严重|慢性|先天性|遗传性|遗传|家族性|家族|多年的?)*(的)?(?<value>{Illness}(?![吗的])[^，]{{0,2}}?)(已经|很多年|好多年|好几年|{Number}年|了|多)*$",
            Health)
        {
            Of = ChineseBearers.Living | ChineseBearers.Unnamed,
        },
        new("犯病", $"^(的)?(?<value>{Illness})(又|老|最近|就)*(犯|发作)了?$", Health),
        new("病", $"^(的)?(?<value>{Illness})(的)?老(毛)?病(了)?$", Health),
        new("年", $"^(?<value>{Illness})(查出来|确诊)?(已经|都|有|快)*([一二三四五六七八九十好几两半\\d]+年)(多)?了$", Health),
        new(
            "听看失",
            "^的?(?<value>(左|右|双)(耳朵?|眼睛?)(一直|从小|都|完全)?(听不见|听不清|看不见|看不清|失聪|失明|听力不好))(了)?$",
            Health),
        new("阳", "^(对)?(?<value>[^，的是]{2,6}?)皮试(是|呈)?阳性$", Allergy),
        new("是", $"^是(个|一个|一名)?(轻度|中度|重度)?(?<value>{Illness})(患者|病人)$", Health),
        new(
            "是有",
            "^(是|有)(个|点|一个|轻度|重度|严重)*(?<value>色盲|色弱|听障|视障|残疾|残障|聋人|盲人|过敏体质|易胖体质|瘢痕体质|社恐|路痴|脸盲|乙肝携带者|密集恐惧症|幽闭恐惧症|强迫症|恐高症?|孕妇|RH阴性血)(的|患者|人士)*$",
            Health),
        new(
            "近远散",
            $"^(眼睛|的眼睛|双眼|两只眼睛|左眼|右眼)*(都)?(有)?(高度|深度|轻度|天生)*(?<value>(近视|远视|散光)(眼)?({Number}度)?)(多|了|左右|都)*({Number}度)?",
            (clause, match) => [clause.Fact(Attributes.Health, Myopia.Match(match.Value) is { Success: true } all ? all.Value : match.Groups["value"].Value)]),
        new(
            "孕",
            $"^(?<not>没)?(刚|已经|查出|确认|发现|目前)*(?<value>怀孕|怀上二胎|怀二胎|怀上|怀了(二胎|宝宝|孩子)|备孕|有孕|有喜)(已经|快|都)*({Number}(个多?月|周|天))?(了|中|啦|$)",
            (clause, match) => [clause.Fact(Attributes.Health, match.Groups["value"].Value, match.Groups["not"].Success)])
        {
            Of = ChineseBearers.Anybody,
        },
        new("晕恐怕", "^(有点|会|从小|严重|特别|一直|坐车|坐船)*(?<value>晕车|晕船|晕血|晕机|恐高|恐飞|怕高|晕针)(很?严重|得厉害|厉害)?$", Health),
        new(
            "手",
            "^(刚|才)?(做|动)(了|过)(个|一个|一次|台|一场)?(?<value>[^，]{0,10}手术)(了)?$",
            (clause, match) => [clause.Fact(Attributes.Event, "做了" + match.Groups["value"].Value)])
        {
            Of = ChineseBearers.Anybody,
        },
        new("睡失", "^(经常|长期|一直|老是|总是|严重|最近|天天|每天)*(?<value>失眠)(很?严重|了?好?几?个?月|很久|多年|得厉害)?(了)?$", Health) { Whole = true },
        new(
            "不疼痛差高低弱伤炎",
            $"^的?(?<value>(左|右|双)?(?<=左|右|双|^|的)(耳朵?)?{Body}(一直|从小|都|有点|比较|很|经常|老是|老|总|常年|长期|不是很|受过|有过|有)*(不太?好|不行|疼|痛|差|偏高|偏低|高|低|弱|酸|旧伤|受过伤|伤|受伤|有问题|敏感"
            + $"|衰退))(了|的)?$",
            Health),
        new(
            "吃服",
            $"^(每天|一直|长期)?(要|得|在|需要|正在)+(吃|服用|服)(?<value>[^，]{{1,8}}药|胰岛素|优甲乐)(控制)?$",
            (clause, match) => [clause.Fact(Attributes.Habit, "服用" + match.Groups["value"].Value)])
        {
            Whole = true,
        },
    ];

    private static IEnumerable<SpokenFact?> Allergy(ChineseClause clause, Match match) =>
        ChineseValue
            .All(match.Groups["value"].Value)
            .SelectMany(one => Both.Split(one))
            .Select(one => clause.Fact(Attributes.Allergy, one, match.Groups["not"].Success || match.Groups["no"].Success));

    private static IEnumerable<SpokenFact?> Health(ChineseClause clause, Match match) =>
        [clause.Once(Attributes.Health, ChineseValue.Of(Degree.Replace(match.Groups["value"].Value, string.Empty)), match.Groups["not"].Success)];
}
