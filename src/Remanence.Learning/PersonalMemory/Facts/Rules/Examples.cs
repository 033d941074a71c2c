using System.Text.RegularExpressions;
using Remanence.PersonalMemory.Facts.Rules.Chinese;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// Knows messages that ask for work on words ("does this sound right?") or give a part to play ("you play the landlord, I'm the tenant"): what they say in the
/// first person is an example, wherever in the message it stands.
/// </summary>
internal static partial class Examples
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace;

    private static readonly Regex ChineseWork = ChineseRule.Pattern(
        "短文|回答(下列|下面|以下)?问题|阅读理解|微博[^，]{0,6}(写|怎么样|文案|发)|朋友圈(写|文案|发的)|这段(?!时间|日子|路|感情|经历|关系|期间|[^，。？！\\n]{0,8}[：:])|压缩一下|(学生|孩子|同学)的作文|批改"
        + "|配个?(英文|中文|图)|(简历|课文|信|帖子|日记)里(写|说)|课文|读者来信|语病|标点|声调|主语|谓语|疑问句|陈述句|复句|缩写|扩写|续写|造句|评语|打个?分|征婚|相亲资料|精简|听力|选择题|翻成"
        + "|译成|语法|是否由|高赞|视角|置顶|口音像|润色|改写|仿写|病句|读音|拼音|逐句|句式|近义词|反义词|情感分析|分类|标注|写得(怎么样|如何|好不好)|朗读");

    private static readonly Regex ChinesePlay = ChineseRule.Pattern(
        "来演|演一段|(?<!你)我演(?!员|出|讲|奏|唱)|应聘者|(继续|上次的|讲个|编个|接着)[^，。]{0,4}(故事|剧情)|(小说|我的)主角|女主|男主|模拟(客户|用户|面试|对话|场景|一)|玩个?角色"
        + "|对戏|[两二]真一假|角色是|接龙|狼人杀|剧情|文字冒险|(跑|剧本|桌)(团|游)|设定|你(来)?(当|演|扮)[^，,。]{1,6}[，,]我|配音|台词|旁白|人设|角色卡|模拟面试|模拟对话");

    public static bool AreGiven(string message) =>
        EnglishWork().IsMatch(message) || EnglishPlay().IsMatch(message) || ChineseWork.IsMatch(message) || ChinesePlay.IsMatch(message);

    [GeneratedRegex(
        """
        \b(make|get)\s(this|that|it|the\s(above|following|text))\s(sound|read|look|a\sbit|more|less|shorter|longer|better|nicer|clearer
        |formal|informal|casual|professional|polite|friendlier|punchier|into)\b
        |\b(does|do|would)\s(this|that|it|these|the\sabove)\s(sound|read|look|work|come\sacross|make\ssense)\b
        |\bhow\s(does|do)\s(this|that|it)\s(sound|read|look)\b
        |\bhow\s(do|would|can|should)\s(you|i|we|one)\s(say|write|spell|translate|pronounce|phrase)\s(this|that|it|these|the\sfollowing)\b
        |\b(is|are)\s(this|that|my|the|these)\s([\w-]+\s)?(grammar|sentences?|english|wording|phrasing|spelling|tense|translation|correct(?=\?)|grammatical)\b
        |\b(how|what)\s(would|do|should|can|could)\s(you|i|we)\s(reply|respond|answer|write\sback)\b
        |^\W*(which|what)('s|\sis|\ssounds)\s(better|correct|right|more\snatural)\b
        |\b(translate|rephrase|reword|rewrite|proof-?read|paraphrase|shorten|polish)\s(this|that|it|the\s(above|following)|these|them|my)\b(?![^.!?\n]{0,20}:)
        |\b((?<!\b(a|love|teach)\s)grammar(?!\s(nerd|school|teacher))|grammatical|subjunctive|(past|present|future|which)\stenses?|tense\sis
        |(third|first)[\s-]person|passive\svoice|cefr|haiku|limerick|sentiment|bullet\spoints|word\scount|formal\sregister|in\s(polish
        |german|french|spanish|italian|korean|japanese|chinese|english|portuguese|dutch|latin),?\splease|(into|to|in)\s(polish|german
        |french|spanish|italian|korean|japanese|chinese|portuguese|dutch)\s(please|for\sme)|for\stranslation|convert\s(this\s)?(in)?to
        |difference\sbetween\sthese|elevator\spitch|dating\sprofile|linkedin\s(about|summary|profile)|speaker\spage|(bio|about)\stext
        |cover\sletter|intake\sform|the\sapplicant|(landed|arrived|came)\sin\s(the|my|our)\s([\w]+\s)?inbox|in\sthe\sinterview|plaque\sreads)\b
        |\b(rate|judge|assess|grade|score|review|critique|classify|label|annotate|proofread)\s(this|these|the|whether|each|my)\b
        |\b(sample|example|practice|practise|test|dummy)\s(sentences?|dialogues?|data|users?|accounts?|phrases?|text|records?|input)\b
        """,
        Options, FactRules.LongestMatch)]
    private static partial Regex EnglishWork();

    [GeneratedRegex(
        """
            ^\W*you\s(play|are\splaying|be|will\splay|act)\s[^.!?\n]{2,40}[,.;]?\s(and\s)?i('m|\sam|\splay|'ll|\swill)\b
            |^\W*(be|play|act\slike|talk\sto\sme\sas|you\sare|you're)\s(my|an?|the)\s[\w'\x20-]{2,30}([.!,:;]|\sand\s)\s*(i|my|we|start|let's)\b
            |^\W*(you\sare|you're|your\sname\sis)\s(?!(claude|chat|gpt|siri|alexa|gemini|copilot|bard|llama|deepseek|qwen|kimi)\w*\b)(?-i:\p{Lu})[\w'-]+(\s(?-i:\p{Lu})[\w'-]+)?([.,;]|\sand)\s*(i('m|\sam)|my\sname)\b
            |^\W*(chapter|act|scene|episode|verse|stanza)\s(\d+|one|two|three|i+)\b
            |\b(write|speak|talk|answer|reply)\s(as|like)\s(an?|the|if)\b|\bstay\sin\scharacter\b|\b(back-?story|character\ssheet|lore)\b
            |\b(utterances?|system\sprompt|mock\s(interview|data|exam)|placeholder|lorem|persona\b|user\sstor(y|ies)|unit\stest|fixture
            |dialogue|monologue|puppet|screenplay|improv(ise|ize)?|escape\sroom|choose\syour\sown|fan\s?fic|in\scharacter|villain|protagonist
            |narrator|guess\swho|(let\sme|i'll|i\swill)\s(play|be)\sthe|i\splay\sthe\s(candidate|customer|patient|landlord|tenant|guest
            |client|caller|hero|part|role|other)|someone\s(left|wrote|posted)|stardew,|dream(t|ed)\s(that\s)?(i|we)\s(was|were|had|lived
            |am)|in\s(skyrim|minecraft|zelda|the\switcher|elden\sring|fallout|terraria|animal\scrossing)|d&d|dungeon\smaster|npc|larp|tell\sit\sas
            |two\struths(\sand|,)\s(a|one)\slie|thought\sexperiment|sake\sof\sargument|devil's\sadvocate)\b
            |\b(was|were|is|be)\slike:?\s(i|i'm|we)\b|\b(goes|whispers?|thinks|shouts|sings|told\s(everybody|everyone|us|me))\b:?\s(that\s)?(i
            |i'm|my|we)\b|<-|(?<=\s)/s(\s|$)
            """,
        Options,
        FactRules.LongestMatch)]
    private static partial Regex EnglishPlay();
}
