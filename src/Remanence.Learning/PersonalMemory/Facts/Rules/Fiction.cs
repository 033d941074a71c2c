using System.Text.RegularExpressions;
using Remanence.PersonalMemory.Facts.Rules.Chinese;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>Knows words that make a statement no fact: stories, roles, conditions, irony, hearsay.</summary>
internal static partial class Fiction
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether the whole message is a story, a role or a text of somebody else's.</summary>
    public static bool IsTold(string message) => Told().IsMatch(message) || ChineseDoubt.IsTold(message);

    /// <summary>Whether the whole message asks for work on words, or gives a part to play: what it says in the first person is an example.</summary>
    public static bool IsGiven(string message) => Given().IsMatch(message) || ChineseDoubt.IsGiven(message);

    /// <summary>Whether an English sentence is a condition, a wish, irony or hearsay.</summary>
    public static bool IsDoubtful(string sentence) => Doubtful().IsMatch(sentence);

    [GeneratedRegex(
        """\b(role-?play|pretend(ing)?|imagine|fiction(al)?|novel|short story|screenplay|my ([\w&'-]+ )?(character|avatar|persona|protagonist|alter ego)|once upon a time|in (a|the|my|this) (story|game|dream|movie|play)|write (me )?(a|an) (story|poem|song|script|scene|letter|bio|essay)|act as|hypothetical(ly)?)\b|\bknock,? knock\b|^\W*you are (an?|the|my) .{2,60}\b(and|,) i am (your|an?|the)\b|^\W*test(ing)?\b[ ,.!]*(test|one two|1 ?2|my name)|(?<=[.!…]\s*)\bnot[.! ]*$""",
        Options, FactRules.LongestMatch)]
    private static partial Regex Told();

    // What is asked about a text that stands before or after it, or a part that is given to play.
    [GeneratedRegex(
        """
        \b(make|get)\s(this|that|it|the\s(above|following|text))\s(sound|read|look|a\sbit|more|less|shorter|longer|better|nicer|clearer|formal|informal|casual|professional|polite|friendlier|punchier|into)\b
        |\b(does|do|would)\s(this|that|it|these|the\sabove)\s(sound|read|look|work|come\sacross|make\ssense)\b
        |\bhow\s(does|do)\s(this|that|it)\s(sound|read|look)\b
        |\b(is|are)\s(this|that|my|the|these)\s([\w-]+\s)?(grammar|sentences?|english|wording|phrasing|spelling|tense|translation|correct(?=\?)|grammatical)\b
        |\b(how|what)\s(would|do|should|can|could)\s(you|i|we)\s(reply|respond|answer|write\sback)\b
        |^\W*(which|what)('s|\sis|\ssounds)\s(better|correct|right|more\snatural)\b
        |\b(translate|rephrase|reword|rewrite|proof-?read|paraphrase|shorten|polish)\s(this|that|it|the\s(above|following)|these|them|my)\b(?![^.!?\n]{0,20}:)
        |^\W*you\s(play|are\splaying|be|will\splay|act)\s[^.!?\n]{2,40}[,.;]?\s(and\s)?i('m|\sam|\splay|'ll|\swill)\b
        |^\W*(be|play|act\slike|talk\sto\sme\sas|you\sare|you're)\s(my|an?|the)\s[\w'\x20-]{2,30}([.!,:;]|\sand\s)\s*(i|my|we|start|let's)\b
        |^\W*(chapter|act|scene|episode|verse|stanza)\s(\d+|one|two|three|i+)\b
        |\b(write|speak|talk|answer|reply)\s(as|like)\s(an?|the|if)\b|\bstay\sin\scharacter\b|\b(back-?story|character\ssheet|lore)\b
        |\b((?<!\b(a|love|teach)\s)grammar(?!\s(nerd|school|teacher))|grammatical|subjunctive|(past|present|future|which)\stenses?|tense\sis|(third|first)[\s-]person|passive\svoice|cefr|haiku|limerick|sentiment|bullet\spoints|word\scount|formal\sregister|in\s(polish|german|french|spanish|italian|korean|japanese|chinese|english|portuguese|dutch|latin),?\splease|(into|to|in)\s(polish|german|french|spanish|italian|korean|japanese|chinese|portuguese|dutch)\s(please|for\sme)|for\stranslation|convert\s(this\s)?(in)?to|difference\sbetween\sthese|elevator\spitch|dating\sprofile|linkedin\s(about|summary|profile)|speaker\spage|(bio|about)\stext|cover\sletter|intake\sform|the\sapplicant|(landed|arrived|came)\sin\s(the|my|our)\s([\w]+\s)?inbox|in\sthe\sinterview|plaque\sreads)\b
        |\b(utterances?|system\sprompt|seed\.sql|mock\s(interview|data|exam)|placeholder|lorem|persona\b|user\sstor(y|ies)|unit\stest|fixture|dialogue|monologue|puppet|screenplay|improv(ise|ize)?|escape\sroom|choose\syour\sown|fan\s?fic|in\scharacter|villain|protagonist|narrator|guess\swho|(let\sme|i'll|i\swill)\s(play|be)\sthe|i\splay\sthe\s(candidate|customer|patient|landlord|tenant|guest|client|caller|hero|part|role|other)|someone\s(left|wrote|posted)|stardew,|dream(t|ed)\s(that\s)?(i|we)\s(was|were|had|lived|am)|in\s(skyrim|minecraft|zelda|the\switcher|elden\sring|fallout|terraria|animal\scrossing)|d&d|dungeon\smaster|npc|larp|tell\sit\sas|thought\sexperiment|sake\sof\sargument|devil's\sadvocate)\b
        |\b(rate|judge|assess|grade|score|review|critique|classify|label|annotate|proofread)\s(this|these|the|whether|each|my)\b|\b(was|were|is|be)\slike:?\s(i|i'm|we)\b|\b(goes|whispers?|thinks|shouts|sings|told\s(everybody|everyone|us|me))\b:?\s(that\s)?(i|i'm|my|we)\b|<-|(?<=\s)/s(\s|$)
        |\b(sample|example|practice|practise|test|dummy)\s(sentences?|dialogues?|data|users?|accounts?|phrases?|text|records?|input)\b
        """,
        Options | RegexOptions.IgnorePatternWhitespace, FactRules.LongestMatch)]
    private static partial Regex Given();

    [GeneratedRegex(
        """^\s*(if|what if|suppose|assuming|unless|maybe|perhaps|when i was)\b|\b(would|(?<!never )could|might|wish|as if|yeah,? right|totally not|said|says|told me|just kidding|only kidding|joking|jk|sarcasm|(sure|yeah),? and (i|we|my))\b|/s\b|;-?\)|\b(apparently|obviously)\b|^(oh|ah),? (sure|goody|great|joy)\b|^(yes,? yes|yep|sure thing)\b|beep boop|^sure,|\bas you (can (tell|see)|know by now)\b|\bfavou?rite (thing|part|hobby|activity|pastime|sport)( ever| of all)? (is|are)\b(?=.*\b(when|jams?|crash(es)?|waiting|queu|breaks?|traffic|fails?|paying)\b)|\bmade of money\b|[😉😜🙄🙃]|^(oh|ah|wow|yay|ugh|gee)\b.*\b(just|totally|absolutely|simply|so|really) (love|adore|enjoy)\b|^(oh|ah|wow|yay),? (great|wonderful|fantastic|brilliant|lovely|perfect|joy|fun)\b|\b(?-i:LOVE|ADORE|ENJOY)\b|["“”«»]""",
        Options, FactRules.LongestMatch)]
    private static partial Regex Doubtful();
}
