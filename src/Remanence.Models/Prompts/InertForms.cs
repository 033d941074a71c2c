using System.Text.RegularExpressions;

namespace Remanence.Models.Prompts;

/// <summary>Forms in which a text tries to be more than text. They are read after folding: without case marks, and of one width.</summary>
internal static partial class InertForms
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Longest = 1_000;

    private const string Tag =
        "system|assistant|developer|user|human|memor(y|ies)|instructions?|tools?|tool_(call|use|result|response)s?|function_?(call|result)?s?|context"
        + "|prompt|data|profile|conversation|notes|name|messages?|results?|documents?|thinking|think|answer|query|facts|root|admin";

    /// <summary>Marks that models were trained to take for a change of speaker.</summary>
    [GeneratedRegex(
        @"<\s*\|[^|<>\n]{1,40}\|\s*>|\[\s*/?\s*INST\s*\]|<<\s*/?\s*SYS\s*>>|</?s>|<\s*/?\s*(start|end)_of_turn\s*>|<｜[^｜\n]{1,40}｜>",
        Options,
        Longest)]
    public static partial Regex Tokens();

    /// <summary>The same, tags by which surroundings are begun and ended, and headings of such sections.</summary>
    [GeneratedRegex(
        $@"<\s*\|[^|<>\n]{{1,40}}\|\s*>|\[\s*/?\s*INST\s*\]|<<\s*/?\s*SYS\s*>>|</?s>|<\s*/?\s*(start|end)_of_turn\s*>|<｜[^｜\n]{{1,40}}｜>"
            + $@"|<\s*/?\s*({Tag})(-[\w-]+)?(\s[^<>\n]{{0,80}})?/?>|\[\s*/?\s*(system|assistant|developer|end of [^\]\n]{{1,30}})\s*\]"
        + $@"|(^|[\n""'“”(\[])\s*(#{{1,6}}"
            + $@"|={{3,}}|-{{3,}}|\*{{2,}})\s*(new |end of |system |your )*(instructions?|system|prompt|response|task|input|output|rules|assistant|user|human"
            + $@"|override|memor(y|ies)|context|conversation|系统|指令|提示|任务|规则)\b|\n\s*#{{1,6}}\s"
        + $@"|[""']role[""']\s*:\s*[""'](system|assistant|developer|tool|user)|\{{\{{\s*[#/]?\s*(system|assistant|developer|user|tool)\b"
            + $@"|\b(begin|end|start)( of)?( the)? (admin|system|root|developer|operator)\b[^\n]{{0,20}}\b(message|prompt|instructions?|override)s?\b"
            + $@"|\n\s*(h|human|q|user):[^\n]{{0,200}}\n\s*(a|assistant|ai):",
        Options,
        Longest
    )]
    public static partial Regex Marks();

    /// <summary>A role that begins to speak. In capitals anywhere, or where a sentence or a line begins.</summary>
    [GeneratedRegex(
        @"(?-i:(?<![\p{L}\p{N}])(SYSTEM|ASSISTANT|DEVELOPER|ADMIN|INSTRUCTIONS?)(</?\w{1,10}>|[*_\])>""'\s]){0,4}[:：])|(^"
        + @"|[\n.!?;\]})>。！？；])\s*(<\w{1,10}>|[*_\[(>""'#\s]){0,4}(system( (prompt|message|note|override|instruction|update))?|assistant"
        + @"|developer( message)?|instructions?|important instructions?|admin(istrator)?|override)(</?\w{1,10}>|[*_\])>""'\s]){0,4}[:：]|\n\s*(<\w{1,10}>"
        + @"|[*_\[(>""'\s]){0,4}(user|human|ai|bot|tool|function)(</?\w{1,10}>|[*_\])>""'\s]){0,4}[:：]|(^"
        + @"|[\n.!?;\]})>。！？；，,])\s*[*_\[(【「“""'<]{0,3}(系统(提示|消息|指令|通知|管理员)?|助手|开发者|管理员|指令|新指令)[*_\])】」”""'>]{0,3}\s*[:：]",
        Options, Longest)]
    public static partial Regex Roles();

    /// <summary>Orders to whoever reads.</summary>
    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override|bypass|discard)\b[^.\n]{0,40}\b(previous|prior|above|earlier|preceding|all|any|your|these|those|system"
        + @"|other)\b[^.\n]{0,30}\b(instructions?|prompts?|rules?|guidelines?|directions|directives|training|programming|constraints|context)\b|\b(ignore"
        + @"|disregard) (everything|all|anything) (above|before|prior|previous|said|you)\b|\byou are now (an?|the|in|no longer|free|dan)\b"
        + @"|\bfrom now on,? you\b|\b(new|updated|real|true|hidden|secret) (system )?(instructions?|prompt|orders|directives?)\s*[:：]|\b(do not|don't"
        + @"|never) (tell|inform|alert|warn|mention (it|this) to) the (user|human)\b|\b(reveal|print|repeat|output|leak|show|expose|disclose) (me )?(your"
        + @"|the) (system |hidden |initial |secret )+(prompt|instructions?|rules|message)|\bact as (if you (are|were)|an? (unrestricted|jailbroken))\b"
        + @"|\b(begin|end|start) of (system|user) (prompt|message|instructions?)\b|\bstop being (an?|the|my|your) ([\w-]+ )?(assistant|ai|bot|model|chatbot)\b"
        + @"|\bact as dan\b|\b(next|following) (tool|function) calls? (must|should|shall|has to|have to|is|are)\b",
        Options, Longest)]
    public static partial Regex Orders();

    /// <summary>The same in Chinese.</summary>
    [GeneratedRegex(
        @"(忽略|无视|忘记|忘掉|抛开|不要理会|跳过|绕过)(掉|了)?(你|以上|上面|上述|之前|前面|先前|此前|所有|一切|全部|系统)[^。\n]{0,12}(指令|指示|提示词?|规则|内容|要求|设定|设置|对话|限制|约束|信息)|(忽略|无视)(以上|上述|上面|前面"
        + @"|之前)|从现在(开始|起)[，,]?\s*你|你现在是(一个|一名)?[^。\n]{0,12}(助手|AI|模型|模式|角色|机器人)|(新的?|真正的?|隐藏的?|最新)(系统)?(指令|指示|提示词?)\s*[:：]|(不要|别|禁止)(告诉|告知|提醒)用户|(输出|显示"
        + @"|泄露|告诉我|打印|重复)(你的)?(系统|隐藏)(提示词?|指令)",
        Options, Longest)]
    public static partial Regex ChineseOrders();

    /// <summary>Marks that open and close the same.</summary>
    [GeneratedRegex("```|\"\"\"|~~~", Options, Longest)]
    public static partial Regex Fences();
}
