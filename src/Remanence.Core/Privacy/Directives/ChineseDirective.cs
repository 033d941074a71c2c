using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Directives;

/// <summary>The Chinese wishes.</summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal static class ChineseDirective
{
    private const string Clause = """(?:^|[，。！？；：、,.!?;:\s（(])""";
    private const string Polite = """(?:请|拜托|麻烦|你|您|千万|先|就|那|也|可以|还是|最好|所以|但|但是|对了|嗯|好|这(?:个|些|条|句|句话|段话|话|件事|事|段)?|以上|上面的?|我(?:刚才|刚刚|下面|接下来)?说的(?:这些|话)?)*""";
    private const string Not = """(?:别|不要|勿|不用|不必|不需要|无需|不许)(?:再|帮我|替我|给我|去)?""";
    private const string Verb = """(?:记住|記住|记录|記錄|记下来|记下|记着|记在心里|记进记忆|存进记忆|存到记忆里)""";
    private const string Object =
        """(?:这(?:个|些|些话|条|条消息|句|句话|段|段话|段对话|件事|次|次对话|话|一点|事)?|我(?:下面|接下来|要|现在|这次)?(?:要)?说的(?:话|这些|内容)?|以下(?:内容|的话)?|以上(?:内容|的话)?|我的[^，。！？；,.!?;\s]{1,8})?""";
    private const string End = """(?=\s*(?:$|[，。！；：、,.!;:\n）)~～]|\s|吧|啊|哦|哈|呀|好吗|好不好|可以吗|行吗|谢谢|了(?:$|[，。！；,.!;\s吧])))""";
    private const string Just = """(?:刚才|刚刚|刚|方才|上一句|上一条)""";
    private const string Said = """(?:说|讲|告诉你|提到|提|发|写|聊)(?:过)?(?:的)?(?:那)?(?:话|事|事情|内容|那些|一切|东西|消息|那句话|那句|句话)?""";
    private const string Forget = """(?:忘掉|忘记|忘了|忘)""";

    /// <summary>What was said before is meant.</summary>
    public static readonly Regex Back = new(
        $"""{Clause}(?:请|拜托|麻烦|麻烦你|请你|希望你|你(?:可以|就|先|能不能|把)|能不能|可不可以|可以|就|快|赶紧|帮我|先|还是|对了|那)*{Forget}(?:我)?{Just}(?:我)?{Said}{End}|{Clause}(?:请|拜托|麻烦|麻烦你"""
        + $"""|请你|你|能不能|帮我|可以|就)*把(?:我)?{Just}(?:我)?{Said}(?:都|全|全都|给)?(?:忘掉|忘了|忘记|删掉|删除|删了|抹掉){End}|{Clause}{Polite}{Not}(?:{Verb}"""
        + $"""|记)(?:我)?{Just}(?:我)?{Said}{End}|{Clause}{Polite}{Not}(?:记住|记录)那(?:个|些|句|句话|件事|条)?{End}""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The message itself is meant.</summary>
    public static readonly Regex Here = new(
        $"""(?<bare>{Clause}{Polite}{Not}{Verb}{Object}{End})|{Clause}(?:请|你|您)*这(?:个|些|条|句话|段话|件事|事|话)?(?:请|你|您|就|先|可)*{Not}记(?:了|啊|哦|吧)?{End}"""
        + $"""|{Clause}{Polite}{Not}(?:保存|存储|储存|存下|存)这(?:条|段|句|些|次)(?:消息|对话|话|内容|聊天)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
