using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Likes, dislikes and habits.</summary>
internal static class EnglishTasteRules
{
    private const string Something =
        @"(?!(it|that|that's|this|these|those|them|him|her|us|how|the (way|fact|idea|look|sound|vibe)(?! of (?!(it|this|that|you))\b)|you|your|yourself"
            + @"|me|to (know|see|hear|think|say"
        + @"|ask|get|have|be)|what|when|where|if|one|both|is|are|was|my (job|life|new)|being able|everything|all of|so much|a lot|the same)\b)";
    public const string Regular =
        "go|goes|run|runs|play|plays|swim|swims|cycle|cycles|bike|bikes|ride|rides|read|reads|cook|cooks|bake|bakes|eat|eats|drink|drinks|have "
        + "(breakfast|lunch|dinner|coffee|tea|a coffee)|wake|wakes|get up|gets "
        + "up|sleep|sleeps|nap|call|calls|visit|visits|watch|watches|paint|paints|write|writes|journal|practi[cs]e|practi[cs]es|meditate|meditates|train"
        + "|trains|exercise|exercises|work out|works out|volunteer|volunteers|take (the (bus|train|tube|subway|metro)|my)|drive|drives|commute|commutes"
        + "|walk|walks|meet|meets|garden|knit|knits|hike|hikes|climb|climbs|dance|dances|sing|sings|study|teach|teaches|babysit|do (yoga|pilates|laundry"
        + "|the|my)|does (yoga|pilates)|stretch|lift|fish|skate|ski|skis|surf|surfs|build|builds|jog|jogs|row|rows|sail|sails|fast|pray|prays|attend"
        + "|attends|host|hosts|brew|brews|make (dinner|breakfast|lunch|bread)|spend (the )?(weekends|summers|evenings)|listen to|listens to|cook dinner"
        + "|camp|shop|clean";

    private static readonly Regex Addressed = Pattern(@"\b(you|your|this|that|it)\b");
    private static readonly Regex Former = Pattern(@"^(have |has |had |did |do )*(liked|loved)\b");
    private static readonly Regex Auxiliary = Pattern(@"^(have|has|am|is|are)\s+(been\s+)?(?=\w+ing\b)");

    // What is liked of the moment, or of whom one talks to.
    private static readonly Regex NotLiked = Pattern(
        @"\b(is|are|was|were|you|your|it)\b"
            + @"|^('?cause|neither|hardly|barely|nothing|little|less|no|and|or|thanks?|everywhere|having|being (?!outdoors|outside|near|by|alone|on the"
            + @"|at the|in (the|nature))|seeing (him|her|them"
            + @"|all)|all|each|every|any|some|such|theme|an?|with|from|at|my|our"
            + @"|here|there|more|most|anyone|someone|everyone)\b|^to$"
            + @"|^the (?!(smell|taste|sound|texture|feel|noise|sight|idea|look|colou?r) of |((?-i:[A-Z])|beach|sea|seaside|ocean|mountains?|outdoors"
            + @"|countryside|forest|woods|rain|snow|cold|heat|sun|winter|summer|autumn"
            + @"|spring|fall|desert|city|country|gym|theat(er|re)|opera|ballet|piano|violin|cello|guitar|blues|classics|eighties|nineties|\d0s))"
            + @"|^(morning|people|good|bad|nice|first|last|next|new|same|lucky|big|only|kind|single|busy|private|different|tech|poor|rich|sales|support"
            + @"|other|religious|happy|sad|old|young|tall|normal|average|simple)$");

    public static EnglishRule[] Rules { get; } =
    [
        new(
            $@"^{Aux}{Adverb}(?<no>not )?(much of |really )?(an?|the) (huge |big |real |massive |total |bit of an? |such an? "
            + $@"|major )*(?<value>[\p{{L}}]+( [\p{{L}}]+)?) (person|lover|fan|enthusiast|buff|nerd|geek|addict|fanatic|guy|girl|drinker)( at all| myself"
            + $@"| anymore| here)?$",
            match => Like(match, match.Groups["value"].Value, match.Groups["no"].Success)),
        new(
            $@"^{Aux}{Adverb}(?<no>not )?(an?|such an?) (huge |big |real |massive |total |major |lifelong |long[- ]time "
            + $@"|die[- ]hard )*fan of\s+{Something}(?<value>.+)$",
            match => Likes(match, match.Groups["no"].Success)),
        new(
            $@"^{Aux}{Adverb}(?<no>not |never been )?{Adverb}(into|obsessed with|crazy about|mad about|keen on|hooked on|addicted to|passionate about"
            + $@"|fond of)\s+{Something}(?<value>.+)$",
            match => Likes(match, match.Groups["no"].Success)),
        new(
            $@"^{Adverb}(hate|hates|dislike|dislikes|can not stand|can not bear|detest|detests|loathe|loathes|despise|despises)\s+{Something}(?<value>.+)$",
            match => Likes(match, isDenied: true)),
        new(
            $@"^{Aux}{Adverb}(?<no>not |never |no longer )?{Adverb}(like|likes|liking|liked|love|loves|loved|enjoy|enjoys|adore|adores|prefer|prefers"
            + $@"|fell in love with|fallen in love with)\s+{Something}(?<value>.+)$",
            match => Former.IsMatch(match.Value) ? [] : Likes(match, match.Groups["no"].Success)),
        new(
            $@"^(?<phrase>(only|mostly|mainly) (drinks?|eats?|listens? to|reads?|wears?|buys?|shops? at|cooks?)\s+(?!(because|when|if)\b).+)$",
            match => Habit(match.Groups["phrase"].Value)),
        new(
            $@"^((have|has|just|recently|finally|also|lately|been)\s+)*(?<value>(took up|taken up|picked up|got into|gotten into|getting into"
            + $@"|started (doing|playing|taking|going to|practi[cs]ing|learning|running|cycling|swimming|climbing|boxing|knitting|painting|baking"
            + $@"|gardening|collecting|meditating|jogging|lifting|brewing|cooking|writing|volunteering|dancing|surfing|journaling"
            + $@"|composting))\s*(?!(the phone|my|him|her|it|a fight|trouble|this|an? (error|issue|problem|bug))\b).*)$",
            match => EnglishDeedRules.Event(match.Groups["value"].Value)),
        new(
            $@"^((have|has|just|recently|finally|did|am)\s+)*(?<not>stopped|quit|quitting|gave up|given up|cut out|no longer|do not"
            + $@"|does not)\s+(?<value>(smoking|drinking|vaping|gambling|eating|using|playing|running|biking|watching|going|working out|taking|wearing"
            + $@"|driving|sugar|caffeine|coffee|alcohol|meat|gluten|dairy|carbs|soda|cigarettes|social media|facebook|instagram|twitter|smoke|drive"
            + $@"|gamble|vape|exercise|cook|use (facebook|instagram|twitter|tiktok|social media))\b.*)$",
            match => One(Attributes.Habit, EnglishVerb.Others(EnglishValue.Of(match.Groups["value"].Value)), isDenied: true)),
        new(
            @"^(have been |has been |been |also |still |mostly )*(?<phrase>(collects?|collecting|knits?|crochets?|sews?|homebrews?|brews? (my|our|beer"
            + @"|kombucha)|grows? (my own|tomatoes|vegetables|veg|herbs|roses|orchids|chil[il]\w*|succulents|bonsai\w*|mushrooms)|keeps? (bees|chickens"
            + @"|goats|sheep|horses|a (journal|diary|garden|bullet journal))|gardens?|paints?|sculpts?|sings? in|dances?|bakes?|coach(es)?|volunteers?"
            + @"|fosters?|surfs?|skis?|snowboards?|skates?|rock climbs?|rock climbing|hikes?|sails?|does? (yoga|pilates|judo|karate|crossfit|ballet"
            + @"|parkour|pottery|archery|jiu[- ]?jitsu|bjj|taekwondo|boxing|kickboxing|stand-?up|improv|woodwork(ing)?|martial arts)|do (yoga|pilates"
            + @"|judo|karate|crossfit|ballet|parkour|pottery|archery|jiu[- ]?jitsu|bjj|taekwondo|boxing|kickboxing|stand-?up|improv|woodwork(ing)?"
            + @"|martial arts)|writes? (poetry|poems|short stories|songs|fan ?fiction|novels)|makes? (pottery|candles|jewell?ery|ceramics|my own (wine"
            + @"|beer|cheese|bread|clothes|soap)))\b.*)$",
            match => Habit(match.Groups["phrase"].Value)),
        new(
            @"^(have been |has been |been |also |still )*(?<phrase>(plays?|playing)\s+(the |lead |a bit of |some )*(guitar|bass|piano|drums|violin|viola"
            + @"|cello|flute|oboe|bassoon|french horn|tuba|accordion|mandolin|cello|organ|recorder|bagpipes|harmonica|sax|saxophone|clarinet|trumpet"
            + @"|trombone|harp|ukulele|banjo|keyboards?|tennis|football|soccer|basketball|badminton|chess|poker|golf|hockey|rugby|cricket|volleyball"
            + @"|handball|squash|pickleball|padel|table tennis|ping pong|baseball|softball|d&d|dungeons|video games|board games|bridge|darts"
            + @"|in an? [a-z ]*(band|orchestra|league|team))\b.*)$",
            match => Habit(match.Groups["phrase"].Value)),
        new(
            @"^(?<phrase>(always |usually |never |also )?(bike|walk|cycle|drive|commute|run|jog|skate|take the (bus|train|tube|subway|metro|tram"
            + @"|ferry))( in)? to (work|school|the office|uni|university|class|campus)\b.*)$",
            match => Habit(match.Groups["phrase"].Value)),
        new(
            @"^(?<phrase>(always |usually |typically |normally )?(wake up|get up|rise|go to (bed|sleep)|turn in|start work|finish work) (at|around|by"
            + @"|before|after) .+)$",
            match => Habit(match.Groups["phrase"].Value)),
        new(
            @"^(?<phrase>never (skip|miss|leave (home|the house)|go (anywhere|out|to bed)|start (the|my) day|eat (before|after)|drink (before|after)"
            + @"|sleep (past|in)|work (on|past)) .*)$",
            match => Habit(match.Groups["phrase"].Value)),
        new(
            $@"^(?<phrase>((usually|always|often|typically|normally|mostly|generally|tend to|try to|regularly|sometimes)\s+)+({Regular})\b.*)$",
            match => Habit(match.Groups["phrase"].Value)),
        new(
            $@"^(?<phrase>((usually|always|often|typically|normally|mostly|generally|also|have|has|been)\s+)*(?!(am|is|was|were|will|would|can|could"
            + $@"|should|need|want|have to|has to|had|no|get(?! (up|home|a massage))|got|see|feel|think|wonder|forget|receive|keep|going|not|never|do not"
            + $@"|did|went|was)\b)[a-z]+(ing|s)?\b.*?\b{EnglishWords.Often}\b.*)$",
            match => Habit(match.Groups["phrase"].Value)),
    ];

    private static IEnumerable<SpokenFact> Likes(Match match, bool isDenied) =>
        EnglishValue.List(match.Groups["value"].Value).SelectMany(one => Like(match, one, isDenied));

    private static IEnumerable<SpokenFact> Like(Match match, string value, bool isDenied) =>
        NotLiked.IsMatch(value) || match.Length > 200
            ? []
            : [new SpokenFact(null, Attributes.Likes, EnglishVerb.Others(value), isDenied)];

    private static IEnumerable<SpokenFact> Habit(string phrase) =>
        Addressed.IsMatch(phrase) ? [] : One(Attributes.Habit, EnglishVerb.Others(EnglishValue.Whole(Auxiliary.Replace(phrase, string.Empty))));
}
