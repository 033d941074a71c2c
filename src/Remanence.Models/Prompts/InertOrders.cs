using System.Text.RegularExpressions;

namespace Remanence.Models.Prompts;

/// <summary>
/// Orders to whoever reads, in any words: an imperative that sets aside what was said or ruled, that calls for an end of what is remembered, or that asks for
/// what is secret. What counts is where the verb stands (nobody is named before it, so that "I always ignore spam" orders nothing) and of what sort verb and
/// object are. Texts are read after folding: without case and, mostly, without accents.
/// </summary>
internal static partial class InertOrders
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace;
    private const int Longest = 1_000;
    private const char FirstKana = '\u3040';
    private const char LastHangul = '\uD7AF';
    private const string Near = "{0,40}?";
    private const string Close = "{0,20}?";

    // Where an imperative begins: with its sentence or clause, or behind words that lead up to one.
    private const string Begin =
        """
        (?<=^|[.!?;:,\n"'“”(\[{>*–—-][\s"'“”(\[*_]{0,4})((please|kindly|now|then|so|and|but|also|just|ok|okay|first|next|instead|immediately|simply|hereby|bitte|jetzt|maintenant|s'il\s(te|vous)\splait|veuillez|por\sfavor
        |ahora|agora|per\sfavore|ora|adesso|alsjeblieft|nu|prosze|teraz|lutfen|simdi|пожалуиста|пожалуйста|теперь|the\s(ai|assistant|model|agent)|you|must|should|shall|need\sto|have\sto|are\sto|will|can|may|always)[\s,:]{1,3}){0,5}
        """;

    private const string SetAside =
        """
        (ignore|disregard|forget(?!\s(about\s)?(it|him|her|them|me|my)\b)|override|overrule|bypass|discard|dismiss|abandon|erase|unlearn|set\saside|put\saside|throw\s(out|away)|cast\saside|pay\sno\s(attention|heed|mind)\sto|take\sno\s(notice|heed)\sof
        |(stop|quit|cease|avoid)\s(following|obeying|heeding|respecting|applying)|(do\snot|don't|never|no\slonger)\s(follow|obey|heed|listen\sto|respect|apply|comply\swith)|act\scontrary\sto|break\sfree\s(of|from))
        """;

    private const string Said =
        """
        (\b(instructions?|prompts?|guidelines|directives?|directions|commands?|constraints|restrictions|safeguards|guardrails|programming|system\smessages?|(your|the|all|any|these|those|previous|prior|earlier|safety)\s(\w+\s)?(rules|orders|training|policy|policies|limits))\b
        |\b(what|all|everything|anything|whatever)\b[^.!?;\n]{0,30}?\b(said|told|written|stated|taught|instructed|above|before(?!\s(bed|work|dinner|lunch|breakfast|noon|i|we|he|she|they|the|a|my|you)\b)|previously|earlier|so\sfar|up\sto\s(now|here)|until\snow|precedes|preceded|came\sfirst)\b
        |\b(the|all|any)\s(above|foregoing|preceding)\b|\b(all|any)\s(of\s)?(the\s)?(previous|prior|earlier)\s(messages?|texts?|conversations?|context|content|words|turns|input)\b)
        """;

    private const string Kept = @"(memor(y|ies)|records?|data|notes|histor(y|ies)|facts|database|tables?|profiles?|files)";

    // The same sorts of words in languages that put the verb first.
    private const string SetAsideElsewhere =
        """
        (ignoriere?n?|vergiss|vergesst|vergessen\ssie|missachte|beachte\snicht|verwirf|ubergehe?|ignore[rz]?|oublie[rz]?|neglige[rz]?|ne\s(tiens|tenez|suis|suivez)\s(pas|plus|aucun)|fai(s|tes)\sabstraction|ignor(a|e|ar|en|ad|em)|olvid(a|e|ar|en|ad)|descart(a|e|ar)
        |haz\scaso\somiso|no\s(hagas|sigas|obedezcas)|esquec(a|e|er|am)|desconsider(a|e|ar)|dimentica(te|re)?|trascura|scarta|non\s(considerare|seguire|seguite)|negeer|vergeet|zignoruj|zapomnij|ignoruj|pomin|ignorera|glom|bortse|ignorer|glem|yok\ssay|unut|gormezden\sgel
        |игнорируи(те)?|игнорируй(те)?|забудь(те)?|отбрось(те)?|не\s(следуи|следуй|слушаи|слушай)(те)?|ігноруй(те)?|تجاهل\w*|انس\w*|अनदेखा|भूल)
        """;

    private const string SaidElsewhere =
        """
        (anweisung|instruktion|befehl|vorgabe|regeln|zuvor|vorherig|bisherig|obige|oben|gesagt|instruction|consigne|ordres|directive|regles|precedent|ci-dessus|plus\shaut|avant|instruccion|ordenes|reglas|indicacion|anterior|previ[oa]|arriba|dicho|instruc|ordens|regras|acima|dito
        |istruzion|ordini|regole|sopra|detto|instructie|opdracht|regels|vorige|eerder|bovenstaand|gezegd|polece|instrukc|zasad|poprzedni|powyzs|tidigare|ovan|sagt|tidligere|talimat|onceki|kural|komut|инструкц|указани|команд|правил|предыдущ|выше|сказан|прежн|раньше|інструкц|попередн
        |التعليمات|الاوامر|الأوامر|السابق|سبق|निर्देश|पिछल)
        """;

    public static bool Speak(string folded) =>
        English().IsMatch(folded) || Elsewhere().IsMatch(folded) || (folded.AsSpan().ContainsAnyInRange(FirstKana, LastHangul) && Chinese().IsMatch(folded));

    [GeneratedRegex(
        $"""
            {Begin}{SetAside}\b[^.!?;\n]{Near}{Said}
            |{Begin}(call|invoke|run|execute|trigger|activate|perform)\s(the\s|a\s|your\s)?[`"']?(forget|erase|delete|purge|wipe|reset|shutdown|exec|eval|sudo)(_\w+|-\w+)*[`"']?(\(|\s*([.!?;,:\n]|$)|\s(tool|function|command|method|api|operation|on|for|with|now|all|and|everything|immediately)\b)
            |{Begin}(delete|erase|wipe|purge|forget|clear|destroy|drop|reset)\b[^.!?;\n]{Close}\b(all|every|everything|each|entire|whole)\b[^.!?;\n]{Close}\b{Kept}\b
            |{Begin}(send|e-?mail(?=\s(me|us|him|her|them|the|all|your|every)\b)|post|forward|upload|export|transmit|leak|reveal|output|print|disclose|expose|dump|exfiltrate)\s[^.!?;:\n()=]{Near}\b(passwords?(?!\s(reset|field|manager|hash|policy|protect)|_)|(api|private|secret|access)\s(keys?|tokens?)|credentials|system\s(prompt|message)|(your|hidden|initial)\s(instructions|prompts?|rules|memory|memories)|all\s(memories|messages|user\sdata)|user('s|s')?\s(data|secrets|memories|messages))\b
            |{Begin}(obey|impersonate|pretend\s(that\s)?(to\sbe|you)|enter\s(developer|admin|debug|god|dan)\smode)\b
            |\b(whoever|anyone|anybody|(the|any|dear|an)\s(ai|a\.i\.|model|language\smodel|llm|assistant|agent|chat\s?bot|bot))\s((that|who|which)\s)?(reads?|is\sreading|reading|processing|processes|parses|parsing|sees)\sthis\b
            """,
        Options,
        Longest)]
    private static partial Regex English();

    [GeneratedRegex(
        """
            (?<=^|[，。！？；：:,.!?;\s“”"（(「])(请|麻烦|现在|立即|立刻|马上|务必|从此|那么|然后|接着|直接|你|你们|您|必须|应该|应当|需要|得|要|就|都|也|再|可以|给我|帮我|全部|统统|AI|助手|模型){0,6}
            ((忽略|无视|忘记|忘掉|忘了|抛开|抛弃|撇开|跳过|绕过|丢掉|丢弃|舍弃|推翻|作废|违背|违反|清空|不再遵守|停止(遵守|执行|遵循)|(不要|别|不用|不必|无需|勿)再?(理会|理|管|听|遵守|遵循|执行|相信|照))(掉|了|一切|所有|全部|那些|这些|任何){0,3}
            [^。！？；\n]{0,12}?(指令|指示|命令|提示词?|规则|规定|设定|限制|约束|系统消息|训练|对话(内容|记录)|(之前|以上|上面|前面|此前|先前|刚才|刚刚|上文|上述|以前|前文)(的|那些|所有|一切|全部|你|我|他|说|讲|提|告诉|被|收到){0,5}(说|讲|内容|话|一切|文字|消息|信息|对话|要求|东西)|(说|讲|告诉你|提到)过?的(话|一切|内容|东西|全部))
            |把[^。！？；\n]{0,6}(之前|以上|上面|前面|此前|先前|刚才|上文|上述|所有|全部)[^。！？；\n]{0,10}(指令|指示|命令|提示词?|规则|设定|话|内容|对话|要求)[^。！？；\n]{0,6}(忽略|无视|忘掉|忘了|忘记|清空|作废|丢掉|抛开|删掉|删除)
            |当(作|做)?[^。！？；\n]{0,4}(之前|以上|上面|前面|此前|先前|刚才)[^。！？；\n]{0,8}(没(有)?(说|讲|发生|存在)|不存在|不算)
            |(调用|执行|运行|触发|启动)(一下|了)?(工具|函数|命令|接口|操作)?[\s“"`「]*(forget|erase|delete|purge|wipe|reset|删除|清除|遗忘|清空|忘记)
            |(删除|删掉|清空|清除|抹掉|抹去|销毁|格式化|忘记|忘掉)(掉|了)?[^。！？；\n]{0,6}(所有|全部|一切|整个|每一?条)[^。！？；\n]{0,6}(记忆|数据|记录|资料|文件|数据库|用户|笔记|档案)
            |(把|将)?[^。！？；\n我]{0,6}(所有|全部|整个)[^。！？；\n]{0,6}(记忆|数据|记录|资料|数据库|档案)[^。！？；\n]{0,4}(删除|删掉|清空|清除|抹掉|销毁)
            |(发送|输出|泄露|导出|公开|打印|显示|透露|说出|交出)[^。！？；\n]{0,12}(密码|密钥|口令|系统提示|提示词|令牌|凭证|隐藏指令)
            |(假装|装作|扮演)[^。！？；\n]{0,3}你(是|为)|听从我的(命令|指令)|服从(我|命令|以下))
            |(?<=(指示|命令|ルール|プロンプト|内容|会話|言われたこと).{0,8})(無視|忘れ)(して|しろ|せよ|ろ|て(?!い|し)|なさい)|(지시|명령|규칙|프롬프트|내용|말|대화).{0,10}(무시|잊)(해|하|어|으)
            """,
        Options,
        Longest)]
    private static partial Regex Chinese();

    [GeneratedRegex($"""{Begin}{SetAsideElsewhere}\b[^.!?;\n]{Near}{SaidElsewhere}""", Options, Longest)]
    private static partial Regex Elsewhere();
}
