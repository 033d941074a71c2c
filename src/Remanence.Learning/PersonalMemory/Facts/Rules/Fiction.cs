using System.Text.RegularExpressions;
using Remanence.PersonalMemory.Facts.Rules.Chinese;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>Knows words that make a statement no fact: stories, roles, conditions, irony, hearsay.</summary>
internal static partial class Fiction
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether the whole message is a story, a role or a text of somebody else's.</summary>
    public static bool IsTold(string message) => Told().IsMatch(message) || ChineseDoubt.IsTold(message);

    /// <summary>Whether an English sentence is a condition, a wish, irony or hearsay.</summary>
    public static bool IsDoubtful(string sentence) => Doubtful().IsMatch(sentence);

    [GeneratedRegex(
        """\b(role-?play|pretend(ing)?|imagine|fiction(al)?|novel|short story|screenplay|my ([\w&'-]+ )?(character|avatar|persona|protagonist|alter ego)"""
        + """|once upon a time|^\W*dear (sir|madam|all|team|mrs?|ms|dr|hiring|customer|editor|santa|diary)\b|in (a|the|my|this) (story|game|dream|movie|play)|write (me )?(a|an) (story|poem|song|script|scene|letter|bio|essay)|act as"""
        + """|hypothetical(ly)?)\b|\bknock,? knock\b|^\W*you are (an?|the|my) .{2,60}\b(and|,) i am (your|an?|the)\b|^\W*i('m| am) (an?"""
        + """|the) ([\w-]+ ){0,2}(dragon|ghost|vampire|werewolf|wizard|witch|elf|robot|alien|tree|river|wind|sea|ocean|moon|mountain|tea-?pot|kettle|cat"""
        + """|fox|wolf|owl|crow|mouse|rabbit|mermaid|unicorn|goblin|troll|fairy|lighthouse|clock|lamp|chair|cloud|star|storm|flower|stone|sword|zombie"""
        + """|demon)\b(?! ?([\w-]+ )?(person|people|lover|owner|fan|mom|mum|dad|parent|lady|guy|girl|boy|sitter|walker|trainer|groomer|breeder|rescuer"""
        + """|enthusiast|designer|engineer|builder|maker|repairer|mechanic|dealer|seller|collector|driver|technician|surgeon|keeper|pilot|guide|sign"""
        + """|child))|\b(i|we|my name)\b[^.!?]{0,40}\bon (mars|the moon|venus)\b|\bday \d+ on (mars|the moon)\b|^\W*call me ishmael"""
        + """|^\W*test(ing)?\b[ ,.!]*(test|one two|1 ?2|my name)|(?<=[.!…]\s*)\bnot[.! ]*$""",
        Options, FactRules.LongestMatch)]
    private static partial Regex Told();

    [GeneratedRegex(
        """^\s*(if|what if|suppose|assuming|unless|maybe|perhaps|when i was)\b|\b(would|(?<!never )could|might|wish(?! (me|us) (luck|well)\b)|according to|as if|yeah,? right|totally not|said"""
        + """|says|told me|just kidding|only kidding|joking|jk|sarcasm|(sure|yeah),? and (i|we|my))\b|/s\b|;-?\)|\b(apparently|obviously)\b|^(oh"""
        + """|ah),? (sure|goody|great|joy)\b|^(yes,? yes|yep|sure thing)\b|beep boop|^sure,|\b(i|he|she|they|we|everyone)('s|'m|'re| is| am| are| was"""
        + """| were) (just |all |totally )*like,? (['‘]|(i|ok|okay|no|wow|what|yeah|oh|um|dude|hey|nah|yes)\b)|\bvs\.? (i|we|my)\b|\bas you (can (tell"""
        + """|see)|know by now)\b|\bfavou?rite (thing|part|hobby|activity|pastime|sport)( ever| of all)? (is|are)\b(?=.*\b(when|jams?|crash(es)?|waiting"""
        + """|queu|breaks?|traffic|fails?|paying)\b)|\bmade of money\b|^(thank you|thanks)\b[^,]*,\s*i (just |really |simply |do )*(love|adore|enjoy)\b|[😉😜🙄🙃]|^(oh|ah|wow|yay|ugh|gee)\b.*\b(just|totally|absolutely|simply|so"""
        + """|really) (love|adore|enjoy)\b|^(oh|ah|wow|yay),? (great|wonderful|fantastic|brilliant|lovely|perfect|joy|fun)\b|\b(?-i:LOVE|ADORE|ENJOY)\b"""
        + """|["“”«»]""",
        Options, FactRules.LongestMatch)]
    private static partial Regex Doubtful();
}
