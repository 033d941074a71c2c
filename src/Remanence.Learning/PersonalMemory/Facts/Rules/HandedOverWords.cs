using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>Words that announce text of others: "translate:", "here is a mail from my tenant:", "for this exercise, …".</summary>
internal static partial class HandedOverWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Begin = @"(?<=^\s*|[.!?…;。！？；]\s*)";

    // Whose object is always a text, and those that need one to be named.
    private const string Handle =
        @"paraphrase|paraphrasing|translate|translating|summari[sz]e|sum\sup|tl;?dr|proof-?read|rewrite|re-write|reword|rephrase|polish|shorten|condense"
        + @"|critique|annotate|transcribe|spell-?check|parse|extract|classify|categori[sz]e|grammar[-\s]?check|(fix|correct|check)\s((the|my)\s)?(grammar"
        + @"|spelling|english|punctuation|mistakes?|tenses?)|echo|repeat(\safter\sme)?";
    private const string Work =
        @"edit|correct|simplify|expand|continue|complete|grade|label|tag|format|fix|check|improve|review|analy[sz]e|explain|interpret|reply\sto"
        + @"|respond\sto|answer|comment\son|look\s(at|over)|read|go\sover|go\sthrough|evaluate|convert|turn|say|guess|identify|detect|help(\sme)?\s(with"
        + @"|reply\sto|answer|understand)|think\s(of|about)|process";

    // The one is nearly always somebody's words, the other with a word that says whose.
    private const string Writing =
        @"e-?mails?|letters?|articles?|paragraphs?|passages?|essays?|cover\sletters?|poems?|lyrics|transcripts?|dialogues?|conversations?|excerpts?"
        + @"|extracts?|drafts?|tweets?|captions?|logs?|voicemails?|dms?|testimon(y|ies|ials?)|diary(\sentry)?|journal\sentry|blog\sposts?|chat(\slog)?s?"
        + @"|stack\s?trace|abstract|speech|monologue|limerick|verse|obituary";
    private const string Words =
        $@"{Writing}|messages?|texts?|notes?|posts?|comments?|reviews?|bios?|cvs?|resum[eé]s?|statements?|stor(y|ies)|songs?|replies|reply|outputs?"
        + $@"|documents?|descriptions?|profiles?|sentences?|ads?|adverts?|quotes?|snippets?|summary|code|prompts?|report|introduction|intro|answers?";
    private const string Writer =
        "customer|client|guest|tenant|patient|user|buyer|seller|reader|fan|subscriber|applicant|candidate|reviewer|caller|colleague|co-?worker|student"
        + "|parent|landlord|landlady|neighbou?r|guy|man|woman|person|stranger|match|recruiter|supplier|vendor|member|visitor|passenger|donor";
    private const string Play =
        @"exercise|example|scenario|role-?play|simulation|sketch|drill|experiment|worksheet|case\sstudy|game|story|demo|test|quiz|argument|improv|scene"
        + @"|fiction|thought\sexperiment";

    // What one puts before one's own words.
    private const string Own =
        @"(quick\s|side\s|small\s|one\smore\s|some\s)?(me|about\s(me|myself|us)|note|notes|update|edit|ps|p\.s\.|fyi|just\sfyi|tl;?dr|"
        + @"context|background|correction|question|info|information|intro|introduction|btw|by\sthe\sway|also|reminder|remember|important|"
        + @"answer|my\sanswer|well|ok|okay|yes|no|so|sorry|hi|hello|hey|thanks|(good|bad|big|great|sad|exciting|happy)\snews|news|fun\sfact|"
        + @"fact|facts|preferences?|(for|some)\s(context|reference|info|background|the\srecord)|to\sclarify|the\sthing\sis|disclaimer|"
        + @"situation|my\ssituation|status|profile|goal|goals|diet|health|work|job|family|hobbies|location|name|age|clarification|request|"
        + @"problem|issue|self-introduction)";

    private const string Announced =
        @"((quick|some|little|small|one|big|important|another|just|an?|the|for|more|additional|extra|personal|medical|dietary|relevant|short|long"
            + @"|here's)\s)*(context"
        + @"|background|heads[-\s]?up|note|reminder|confession|update|correction|clarification|disclaimer|facts?|thing|requests?|details?|info|information"
        + @"|caveat|warning|tl;?dr|situation|problem|issue|constraints?|restrictions?|setup|reason|truth|version|story\sshort|deal|question)";

    private const string ChineseHandle =
        @"中译英|英译中|英译|概括|总结|翻译|译成|润色|改写|缩写|扩写|续写|校对|纠错|改错|仿写|提炼|归纳|复述|转述|点评|批改|改病句|造句|朗读|改成|提取";
    private const string ChineseWriting =
        @"邮件|来信|信件?|短信|(?<!好|坏|新)消息|留言|帖子|评论|文章|日记|聊天记录|对话|日志|作文|原文|歌词|台词|文案|段落|句子|文本|材料|例句|例子|输入|输出|诗|故事|新闻|朋友圈|语音|简历|自述|采访|独白|差评|好评|评价|工单|私信|反馈|投诉|录音"
        + @"|转写|发言|弹幕|签名|文字|短文|原话|诗句|讲稿|演讲稿|面试稿|自述信";

    /// <summary>Where a line hands something over; null: nowhere.</summary>
    public static Span? Find(string line) =>
        new[] { Of(Label(), line, false), Of(Head(), line, false), Of(Announcement(), line, false), Of(ChineseLabel(), line, false),
            Of(OnlySentence(), line, true) }
            .Where(span => span is not null)
            .MinBy(span => span!.Start);

    /// <summary>Whether the whole of what follows is announced, and not one paragraph.</summary>
    public static bool IsAnnounced(string line) =>
        (Announcement().Match(line) is { Success: true } match && match.Index + match.Length >= line.TrimEnd().Length) || ChineseAnnouncement().IsMatch(line);

    private static Span? Of(Regex form, string line, bool isOnlySentence) =>
        form.Match(line) is { Success: true } match ? new Span(match.Index, match.Index + match.Length, isOnlySentence) : null;

    [GeneratedRegex(
        $$"""
            {{Begin}}[^.!?…\n:]{0,60}?\b({{Handle}})\b[^.!?\n:]{0,60}:
            |{{Begin}}(please\s|can\syou\s|could\syou\s|pls\s|now\s)*({{Work}})(\s[^.!?\n:]{0,40}?\b(this|these|following|below|{{Words}})\b[^.!?\n:]{0,30})?:
            |{{Begin}}[^.!?…\n:]{0,80}?\b({{Writing}})\b[^.!?\n:,]{0,50}:(?!\s*\S+@)
            |{{Begin}}[^.!?…\n:]{0,60}?\b(this|these|following|below|here('s|\sis|\sare)|\w+'s|(his|her|their))\s([\w'-]+\s){0,4}?({{Words}})\b[^.!?\n:,]{0,50}:
            |{{Begin}}[^.!?…\n:]{0,40}?\b({{Words}})\s(from|by|of|that|which)\b[^.!?\n:]{0,60}:
            |{{Begin}}(for\s)?(example|sample|input|output|source|original|text|sentence|subject|caption|scenario|prompt|user|assistant|human|system|q|a|quote|exercise|role|character|persona|plot|scene|story|dialogue|message|e-?mail|instructions?)(\s\w+)?:(?!\s*\S+@)
            |\b(?<!\bi\s)(wrote|writes|texted|emailed|messaged|posted|tweeted|commented|replied|said|says|asked|asks|reads|read|went|goes|ran|begins|began|states|stated|sent(\sme)?(\sthis)?|told\s\w+|goes\slike\sthis|as\sfollows|the\sfollowing|following\stext)(\s(me|us|him|her|them|back|today|yesterday|that|this))*:
            """,
        Options | RegexOptions.IgnorePatternWhitespace,
        FactRules.LongestMatch)]
    private static partial Regex Label();

    // Whatever stands before a colon and holds no word of the speaker: "skyrim, day two: I own a house". Who announces what they say of themselves, says so.
    [GeneratedRegex(
        $$"""
        {{Begin}}(?!({{Own}}):)(?!({{Announced}})\b[^:.,!\n]{0,40}:)(?![^:\n]*\b(i|i'm|im|i've|ive|me|myself|my|mine|we|us|our)\b[^:\n]*:)[^.!?…:\n]{1,100}:\s+
        (?=["'“]?(i|i'm|im|i've|ive|my|we|we're|we've|our)\b)
        """,
        Options | RegexOptions.IgnorePatternWhitespace,
        FactRules.LongestMatch
    )]
    private static partial Regex Head();

    // A sentence that asks for work on somebody's text, or that opens a make-believe.
    [GeneratedRegex(
        $$"""
            {{Begin}}(?!(i|we|my|our|he|she|they|it)\b(?!('d|\swould)?\s(need|want|like)\b))[^.!?…\n]{0,40}?\b({{Handle}}|{{Work}})\s[^.!?…\n]{0,30}?\b(this|these|following|below|\w+'s|his|her|their|an?|the|my)\s([\w-]+\s){0,3}?({{Words}})\b[^.!?…\n]*([.!?…]+|$)
            |{{Begin}}(please\s|can\syou\s|could\syou\s|pls\s)*({{Handle}})(\s(this|that|it|these|the\sfollowing))?(\s(in)?to\s\w+)?(\s(for\sme|please))*\s*([.!?…]+|$)
            |{{Begin}}(here('s|\sis|\sare)|below\s(is|are)|attached\sis|this\sis\swhat|these\sare)\s[^.!?…\n]{0,60}?\b({{Words}})\b[^.!?…\n]{0,40}([.!?…]+|$)
            |{{Begin}}here('s|\sis)\swhat\s[^.!?…\n]{1,40}?\b(sent|wrote|said|says|posted|texted|messaged|replied)\b[^.!?…\n]{0,20}([.!?…]+|$)
            |{{Begin}}[^.!?…\n]{0,40}?\b(tickets?|{{Words}})\s(is\s|are\s)?(below|underneath|attached)\b[^.!?\n]*([.!?…]+|$)
            |{{Begin}}(he|she|they|someone|somebody|a\s(guy|woman|man|client|customer|guest|friend|stranger|reader|user)|(my|our|the)\s[\w'-]+(\s[\w'-]+)?)\s(just\s|also\s)?(texted|messaged|e-?mailed|wrote|posted|dm'?ed|sent\s(me|us|this|a|an))\b[^.!?…\n:]{0,40}([.!?…]+(?=\s*(i|i'm|i've|we|my)\b)|$)
            |{{Begin}}(?!(i|we)\b)[^.!?…\n]{0,40}?\b(reply|respond|answer|write|get)\s(back\s)?(to\s|for\s)?(this|that|these|the\sfollowing)\s([\w-]+\s){0,2}?({{Writer}})s?\b[^.!?…\n]*([.!?…]+|$)
            |{{Begin}}(?!(i|we)\b)[^.!?…\n:]{1,60}?\b(reads?|says?|said|goes|runs|wrote|writes|states?|tells?\sus)\s(as\sfollows|the\sfollowing|like\sthis)\s*([.…]+|$)
            |{{Begin}}(for|in)\s(this|the|our|an?|the\ssake\sof(\sthe|an?)?)\s([\w-]+\s)?({{Play}})\b[^\n]*?([.!?…]+|$)
            |{{Begin}}((let's|let\sus|we)\s(say|assume|suppose|imagine|pretend|role-?play)|suppose|assume|imagine|pretend)\b[^.!?…\n]*([.!?…]+|$)
            """,
        Options | RegexOptions.IgnorePatternWhitespace,
        FactRules.LongestMatch)]
    private static partial Regex Announcement();

    [GeneratedRegex(
        $$"""
            {{Begin}}[^。！？：:\n]{0,24}?({{ChineseHandle}})[^。！？：:\n]{0,24}([：:→⇒➜↓|]|[-=—]+>|——)
            |{{Begin}}[^。！？：:\n]{0,30}?({{ChineseWriting}})[^。！？：:，\n]{0,12}[：:]
            |{{Begin}}[^。！？：:\n]{0,20}?(以下|下面|如下)[^。！？：:\n]{0,20}[：:]
            |{{Begin}}[^。！？：:\n]{0,20}?((?<![你我想我先])说|写道|问道?|发来的?|喊|告诉我|回复我?)[：:]
            |{{Begin}}[^。！？\n]{0,16}?(看看?|看一下|读|检查|修改|改|{{ChineseHandle}}|回复|回|分析|评价|解释)[^。！？\n]{0,4}(我?(朋友|同事|同学|室友|老板|客户|妈妈?|爸爸?|他|她|别人|女友|男友|房东|租客|邻居)的?|这|那|以下|下面)[^。！？\n]{0,8}({{ChineseWriting}})[^。！？\n]*([。！？]|$)
            |{{Begin}}[^。！？：:\n]{0,16}?(内容|原文|全文|情况|信息|材料)?如下[：:，,]
            |{{Begin}}[^。！？：:\n我]{0,10}?({{ChineseHandle}})[^。！？：:\n我]{0,10}$
            |{{Begin}}[^。！？\n]{0,8}?(以下|下面|上面|这)就?是[^。！？，：\n]{1,16}的[^。！？，：\n]{0,4}({{ChineseWriting}}|微信|原话|私信|信息|说法|自述|简介)[，,。！]
            |{{Begin}}(为了?|在)(这|本|该|下面|以下|我们)[^。！？，\n]{0,6}(练习|例子|场景|游戏|故事|测试|演练|剧本|情景|设定|角色扮演)[^。！？\n]*([。！？]|$)
            """,
        Options | RegexOptions.IgnorePatternWhitespace,
        FactRules.LongestMatch)]
    private static partial Regex ChineseLabel();

    [GeneratedRegex(
        $$"""(?<=^|[。！？\n])[^。！？\n]{0,8}?(以下|下面|这)就?是[^。！？，：\n]{1,16}的[^。！？，：\n]{0,4}({{ChineseWriting}}|微信|原话|私信|信息|说法|自述|简介)[，,。！]?\s*$""",
        Options,
        FactRules.LongestMatch)]
    private static partial Regex ChineseAnnouncement();

    // What is asked about a text that stands in the sentence itself.
    [GeneratedRegex(
        $$"""
        {{Begin}}(please\s|can\syou\s|could\syou\s|pls\s|help\sme\s|hey,?\s)*({{Handle}})\b[^.!?\n]*([.!?…]+|$)
        |{{Begin}}(how\s(do|would|can)\s(you|i|one)\s(say|spell|write|translate)|what\sdoes\s[^.!?\n]*\smean|for\s(example|instance),)[^.!?\n]*([.!?…]+|$)
        """,
        Options | RegexOptions.IgnorePatternWhitespace, FactRules.LongestMatch)]
    private static partial Regex OnlySentence();

    /// <summary>A place in a line.</summary>
    internal sealed record Span(int Start, int End, bool IsOnlySentence);
}
