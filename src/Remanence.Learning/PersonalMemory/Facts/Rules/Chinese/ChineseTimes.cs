using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Words for times and how often, as pieces of patterns.</summary>
internal static class ChineseTimes
{
    public const string Date = "(((19|20)\\d\\d|\\d\\d|[一二三四五六七八九零〇]{2,4})年)?(农历|阴历|阳历|公历|旧历)?([正腊冬]|[一二三四五六七八九十]{1,2}|1[0-2]|0?[1-9])月(初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[一二三四五六七八九十]{1,3}|[0-3]?\\d)?[号日]?";

    private const string Clock = "([上下中]午|早上|早晨|清晨|晚上|凌晨|傍晚|夜里|半夜)?([一二三四五六七八九十两\\d]{1,3}(点|:)(半|钟|[一二三四五六七八九十\\d]{1,3}分?)?|(?<=[午上晨晚里夜]))";
    private const string Week = "(周|星期|礼拜)";

    // What begins with "every" tells how often, and is no time.
    private const string Point =
        $"大?前天|昨天|昨晚|昨日|昨儿|今天|今晚|今早|今儿|明天|明晚|明早|大?后天|(上上|上|下下|下|这|本)个?{Week}[一二三四五六日天末]?|(上上|上|下下|下|这|本)个月(初|底|中旬?|末)?({Number}[号日])?|(大前|前|去|今|明|后)年(年?底|年?初|年中|春天|夏天|秋天|冬天|寒假|暑假|春节|[上下]半年|{Number}月(份|底|初|中)?)?({Number}[号日])?|[上下这]个?学期|[上下]半年|(年底|年初|月底|月初|年中)(之前|以前|前)?|寒假|暑假|春节|过年|国庆(节|假期|期间|长假)?|五一(假期|期间)?|十一(假期|长假|期间)|元旦|中秋|圣诞节?|端午节?|清明|(大学|高中|初中|小学|毕业|本科|读研)(时候?|的时候|期间|之后|以后|后|那年|那会儿)|婚后|产后|前(几|两|些|阵子)[天年]?|前阵子|不久前|{Number}个?多?(年|月|天|周|星期|小时)多?(以前|之前|前|后|以后|之后)|((19|20)?\\d\\d|[一二三四五六七八九零〇]{{4}})年((年?[底初])|{Number}月(份|底|初|中)?)?({Number}[号日])?|{Number}月(份|底|初|中)?({Number}[号日])?|[周][一二三四五六日天]|春天|夏天|秋天|冬天";

    public const string Time = $"({Point})({Clock})?|(早上|上午|中午|下午|晚上|凌晨|傍晚)({Number}点(半|钟|多|左右)?)?|{Number}点(半|钟)?(?!赞)";

    public const string Past = "以前|从前|曾经|之前|过去|原来|原先|早先|当年|那时候?|小时候|年轻(时候?|的时候)";

    public const string Often =
        $"(每天|天天|每日|每晚|每早|每(个|逢)?{Week}[一二三四五六日天末]?(([和、跟与])({Week})?[一二三四五六日天])*|每个?月({Number}[号日])?|每年|每个?季度|每隔[^，]{{1,4}}天|每{Number}(天|周|个月|年)|隔天|一(周|星期|天|个月|年){Number}次|每(天|周|星期|个?月|年){Number}次|逢年过节|周末|工作日|平日|平时|平常|日常|通常|一般|经常|常常|时常|总是|总会|习惯了?|坚持|一直坚持|基本上?|偶尔|[周][一二三四五六日天](到[周][一二三四五六日天])?|睡前|饭后|下班后|下了班|早晚|早上|上午|中午|下午|晚上)({Clock})?";

    /// <summary>Times that say nothing once the day of their saying is forgotten.</summary>
    public const string Fleeting = "[昨今明]|前天|后天|上个?(周|星|礼|月|上|学|半)|下个?(周|星|礼|月|下|学|半)|这|本[周月]|[去前后]年|刚|最近|月[底初]|年[底初]|前(几|两|些|阵)|以?[前后]$";
}
