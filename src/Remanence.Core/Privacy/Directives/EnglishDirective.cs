using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Directives;

/// <summary>The English wishes.</summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal static class EnglishDirective
{
    private const string Start =
        """(?:^|[.!?;:,()\n—–]|\s-)\s*(?:(?:please|pls|kindly|ok|okay|btw|by\s+the\s+way|actually|just|and|but|so|now|also|oh|hey|wait|no|well|hmm"""
        + """|then)\b[,\s]*)*""";

    private const string Asked =
        """(?:(?:can|could|would)\s+you\s+(?:please\s+|just\s+)?|you\s+(?:can|may|should|must)\s+|i(?:'d|\s+would)?\s+(?:want|need|like)\s+you\s+to\s+"""
        + """|let's\s+)?""";
    private const string Not = """(?:do\s+not|don't|dont)\s+(?:you\s+dare\s+)?(?:ever\s+)?""";
    private const string NotYou =
        """\b(?:i\s+(?:do\s+not|don't|dont)\s+want\s+you\s+to|i\s+want\s+you\s+(?:to\s+not|not\s+to)|i(?:'d|\s+would)\s+(?:rather"""
        + """|prefer)\s+(?:that\s+)?you\s+(?:didn't|did\s+not|don't|do\s+not|not)|you\s+(?:must\s+not|mustn't|should\s+not|shouldn't|needn't|(?:do\s+not"""
        + """|don't)\s+(?:need|have)\s+to)|no\s+need\s+to|(?:can|could|would)\s+you\s+(?:please\s+)?(?:not|please\s+not)"""
        + """|make\s+sure\s+(?:that\s+)?(?:you\s+)?(?:don't|do\s+not|not\s+to)|please,?\s+(?:do\s+not|don't|dont))\s+""";

    private const string Remember = """(?:remember|memori[sz]e|retain)\s+""";
    private const string Keep = """(?:remember|memori[sz]e|retain|save|store|record|keep|log|note)\s+""";
    private const string This =
        """(?:this|any\s+of\s+this|this\s+(?:message|conversation|chat|exchange|secret|information)|what\s+i(?:'m|\s+am)\s+(?:about\s+to"""
        + """|going\s+to)\s+(?:say|tell\s+you)|what\s+i(?:'m|\s+am)\s+(?:saying|telling\s+you)|anything\s+(?:i(?:'m|\s+am)?\s+(?:say|said|saying|tell"""
        + """|told|telling)(?:\s+you)?|in\s+this\s+(?:message|conversation|chat)))""";

    private const string End =
        """(?=\s*(?:$|[.!;:)\n—–]|,(?!\s*(?:sorry|but\s+i\b))|\s-|please\b|pls\b|thanks\b|thank\s+you\b|ok\b|okay\b|for\s+(?:me|later)\b|about\s+me\b"""
        + """|it's\b|it\s+is\b|and\b|but\s+(?!i\b)|because\b|since\b))""";
    private const string AnyEnd =
        """(?=\s*(?:$|[.!;:)\n—–,]|\s-|please\b|pls\b|thanks\b|thank\s+you\b|ok\b|okay\b|for\s+(?:me|later)\b|about\s+me\b|and\b|but\b|because\b|since\b))""";
    private const string JustSaid =
        """(?:what|everything|all|anything|whatever)\s+(?:that\s+)?i(?:'ve|\s+have)?\s+just\s+(?:said|told|wrote|written|typed|mentioned|shared|sent"""
        + """|asked)\b(?:\s+you)?""";

    /// <summary>What was said before is meant.</summary>
    public static readonly Regex Back = new(
        $"""{Start}{Not}{Remember}that{End}|{NotYou}{Keep}that{AnyEnd}|{Start}{Asked}forget\s+(?:about\s+)?{JustSaid}|{Start}{Not}{Keep}{JustSaid}"""
        + $"""|{NotYou}{Keep}{JustSaid}|{Start}{Asked}forget\s+(?:that\s+)?i\s+(?:ever\s+|just\s+)?(?:said|mentioned|told\s+you|wrote)\s+(?:that|this|it"""
        + $"""|anything){End}|{Start}{Asked}forget\s+(?:about\s+)?(?:my|the)\s+(?:last|previous)\s+(?:message|sentence|statement|remark"""
        + $"""|thing\s+i\s+said){End}|{Start}{Asked}(?:delete|erase|remove|wipe|strike|scrub)\s+(?:that|this|it|what\s+i\s+just\s+(?:said|told\s+you)"""
        + $"""|my\s+(?:last|previous)\s+message)\s+from\s+(?:your\s+|the\s+)?(?:memory|memories|record)\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The message itself is meant.</summary>
    public static readonly Regex Here = new(
        $"""(?<bare>{Start}{Not}{Remember}{This}{End}|{Start}{Not}record\s+this{End}|{NotYou}{Keep}{This}{AnyEnd})"""
        + $"""|{Start}{Not}{Remember}the\s+following\b|{Start}{Not}{Keep}this\s+(?:message|conversation|chat|exchange){End}|(?:{Start}{Not}"""
        + $"""|{NotYou})(?:save|store|record|log|note|keep|put|add|commit|write)\s+(?:this|that|it|any\s+of\s+this)\s+(?:down\s+)?(?:in|to"""
        + $"""|into)\s+(?:your\s+|the\s+|my\s+|its\s+)?(?:long[-\s]term\s+)?memor(?:y|ies)\b|\bplease,?\s+(?:do\s+not|don't|dont)\s+(?:remember"""
        + $"""|memori[sz]e)\s+(?:my|anything\s+i)\s|(?:^|[.!?\n;:,—–]\s*)(?:(?:just|strictly|completely|totally|ok|okay|so|but|and|this\s+is"""
        + $"""|this\s+one\s+is|this\s+one's|that's|that\s+is|it's|what\s+i(?:'m|\s+am)\s+about\s+to\s+(?:say"""
        + $"""|tell\s+you)\s+is)\s+)*off\s+the\s+record(?=\s*(?:$|[.!,;:)\n—–-]|please\b|but\b|and\b))|\b(?:keep|leave)\s+(?:this|that"""
        + $"""|it)\s+off\s+the\s+record\b|\b(?:this|that|it)\s+(?:stays|should\s+stay|must\s+stay|should\s+be|has\s+to\s+be|needs\s+to\s+be"""
        + $"""|must\s+be)\s+off\s+the\s+record\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
