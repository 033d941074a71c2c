using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// Marks and lines by which text of others is told: fences, quotation marks, heads of mails, logs, letters; and by which the sender speaks again.
/// </summary>
internal static partial class HandedOverLines
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>Where the sender speaks again inside a line; null: nowhere.</summary>
    public static int? Turn(string text) => TurnInside().Match(text) is { Success: true } match ? match.Index : null;

    // A fence may be left open, a tag must be closed.
    [GeneratedRegex(
        """(?<fence>```|~~~|\x22{3})([\s\S]*?\k<fence>|[\s\S]*)|`[^`\n]+`|<(?<tag>[a-z][\w-]*)( [^<>\n]*)?>[\s\S]*?</\k<tag>>|<<<[\s\S]*?>>>"""
        + """|\[quote[^\]\n]*\][\s\S]*?\[/quote\]""",
        Options, FactRules.LongestMatch)]
    public static partial Regex Blocks();

    [GeneratedRegex(
        """\x22[^\x22]{2,2000}\x22|[“„][^”“]{2,2000}[”“]|«[^»]{2,2000}»|「[^」]{2,2000}」|『[^』]{2,2000}』|(?<=[\s:(：]"""
        + """|^)['‘](?!s\b)[^'‘’\n]*(['’]\w[^'‘’\n]*)*[.!?\w]['’](?=[\s.,;!?)]|$)""",
        Options, FactRules.LongestMatch)]
    public static partial Regex Quotation();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]", Options, FactRules.LongestMatch)]
    public static partial Regex Chinese();

    /// <summary>Quoted lines, logs, prompts, code and data.</summary>
    [GeneratedRegex(
        """
            ^\s*(>|\|\s|[\[(]?\d{4}[-/]\d\d[-/]\d\d[T ,\])]+\d|[\[(]?\d{1,2}:\d\d(:\d\d)?(\s?[ap]m)?[\])]?\s+([-–<]|\p{L}[\w .]{0,20}:)|[\[(]?(info|warn(ing)?|error|debug|trace|fatal)\b[\])]?:?\s|[$%]\s|\#!|at\s[\w.]+\(|[{}\[]|"\w+"\s*:|//|/\*|(import|return|print|def|class|var|let|const|public|private|select|insert|echo|console)\b[^.?!\n]*[(;{=]|(\+{3}|-{3}|@@)\s|(to|cc|subject|date|sent|re|fwd):\s)
            """,
        Options | RegexOptions.IgnorePatternWhitespace,
        FactRules.LongestMatch)]
    public static partial Regex Foreign();

    /// <summary>The head of a mail that was answered or sent on.</summary>
    [GeneratedRegex(
        @"^\s*(-{2,}\s*(original|forwarded|begin)\b|begin forwarded message|forwarded message|on .{4,80} wrote:|(from|von|de):\s.+|在.{2,40}写道[：:]|发件人[：:]"
        + @"|-{5,}\s*(转发|原始))",
        Options,
        FactRules.LongestMatch)]
    public static partial Regex MailHead();

    /// <summary>How a letter begins.</summary>
    [GeneratedRegex(
        @"(?m)^\s*((dear\s[^.!?\n]{1,40}|(hi|hello|hey|good (morning|afternoon|evening))( \p{L}+){0,3})[,:]\s*$|to whom it may concern"
        + @"|尊敬的[^。\n]{1,20}[：:，]|亲爱的[^。\n]{1,20}[：:，])",
        Options,
        FactRules.LongestMatch)]
    public static partial Regex Salutation();

    /// <summary>How a letter ends.</summary>
    [GeneratedRegex(
        @"(?m)^\s*((((best|kind|kindest|warm|warmest|with best|with kind|many)( regards| wishes)?|regards|sincerely|yours( truly| sincerely| faithfully)?"
        + @"|cheers|respectfully)\s*,?|love,|xoxo|此致|敬礼|祝好)(\s+\p{L}[\p{L} .]{0,30})?)\s*$",
        Options,
        FactRules.LongestMatch)]
    public static partial Regex Farewell();

    /// <summary>A line that closes what was handed over.</summary>
    [GeneratedRegex(@"^\s*([-=*_]{3,}|\[?end( of (e-?mail|message|text|quote|transcript|letter))?\]?)\s*$", Options, FactRules.LongestMatch)]
    public static partial Regex Closing();

    /// <summary>A line with which the sender speaks again.</summary>
    [GeneratedRegex(
        @"^\s*(by the way|btw|ps\b|p\.s\.|as for me|for my part|for context|for the record|about me|anyway|that('s| is| was) (it|all|the|what|from)"
        + @"|end of|now,? about me|in my (own )?case|personally|thanks|thank you|what (do|should|would) (you|i)|how (do|should|would|can) i|should i"
        + @"|can you|could you|please|any (ideas|thoughts|advice)|顺便|对了|至于我|我自己|另外|以上(是|就是)|你觉得|请问|谢谢)",
        Options, FactRules.LongestMatch)]
    public static partial Regex Returning();

    [GeneratedRegex(
        @"(?<=[.!?…)\x22]\s+)(by the way|btw|as for me|for my part|for the record|about me|now,? about me|in my (own )?case|personally)\b|(?<=[。！？])(顺便"
        + @"|对了|至于我|我自己呢?[，：]|说回我)",
        Options,
        FactRules.LongestMatch)]
    private static partial Regex TurnInside();
}
