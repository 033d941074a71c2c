using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>What somebody owns, plans and did.</summary>
internal static class EnglishDeedRules
{
    private const string Appointment =
        "appointment|interview|exam|test|meeting|flight|wedding|surgery|operation|date|trip|deadline|presentation|race|marathon|concert|conference"
        + "|reservation|recital|party|appraisal|audition|viewing|scan|check-?up|physio|haircut|gig|game|match|tournament|exhibition|baby shower|reunion"
        + "|holiday|vacation|lesson|class|visit|call|hearing|defen[cs]e";
    private const string Doing =
        "moving|flying|going|travell?ing|running|getting|starting|taking|visiting|seeing|having|meeting|hosting|leaving|graduating|retiring|buying"
        + "|selling|doing|driving|throwing|celebrating|attending|speaking|giving|presenting|joining|changing|switching|quitting|expecting|closing|opening"
        + "|launching|defending|turning|competing|performing|playing|heading|sailing|hiking|cycling|climbing|adopting";
    private const string Did =
        "ran|finished|completed|passed|failed|graduated|won|broke my|broke his|broke her|tore|sprained|(was|were) (laid off|fired|made "
        + "redundant|promoted|diagnosed)|got (married|promoted|divorced|engaged|laid "
        + "off|fired|my|a|an|the|our|into|accepted|rejected|hired|stuck|robbed|burgled|mugged|baptized|certified)|visited|went "
        + "(to|on|skydiving|diving|skiing|camping|hiking|back)|flew|met|had (surgery|a baby|an accident|twins|an operation|a daughter|a son|my "
        + "(first|appendix|wisdom|tonsils|gallbladder)|a stroke|a heart attack|a car accident|knee|hip)|gave birth|dropped "
        + "out|climbed|hiked|attended|signed|published|released|launched|moved (out|in)|lost my|turned down|quit my "
        + "job|celebrated|inherited|adopted|swam|cycled|sailed|defended my|came out|came back|returned|crashed|totaled|totalled|competed|performed|gave a "
        + "(talk|speech)|saw (?-i:[A-Z])|ended|learned to|learnt to|buried|enlisted|immigrated|proposed|started "
        + "(my|a|an|at|school|college|university|work|working|therapy)|switched|changed (jobs|careers|schools)|took (a|the|my) "
        + "(trip|bar|exam|test|course|gap year)";

    private const string Journey =
        "trip|tour|journey|cruise|holiday|vacation|getaway|honeymoon|road trip|safari|expedition|pilgrimage|hike|trek|retreat|weekend "
        + "away|move|renovation|celebration|festival|fundraiser|event";

    private static readonly Regex Travel = Pattern(
        $@"\b(trip|tour|journey|cruise|holiday|vacation|getaway|road trip|safari|expedition|pilgrimage|hike|trek)\b");
    private static readonly Regex Coming = Pattern($@"\b{EnglishWords.Coming}\b");
    private static readonly Regex Past = Pattern($@"\b{EnglishWords.Past}\b|\b(my|our) (very )?first\b|\bfor the first time\b|\bfinally\b");

    private static readonly Regex Age = Pattern(@"^((brand[- ])?new|old|used|second[- ]hand|nice|little|small|big)\s+");
    private static readonly Regex Addressed = Pattern(
        @"\b(you|your|went to (bed|sleep|work|the (store|shop|toilet|bathroom|kitchen|page|site|settings|link|url)))\b");
    private static readonly Regex Firmly = Pattern(@"^(decided not|have decided not|cancel+ed|no longer)\b");
    private static readonly Regex Vague = Pattern(@"\b(it|this|that|them|these|those)$|^\S+$");
    private static readonly Regex Often = Pattern($@"\b{EnglishWords.Often}\b");

    // What is wished for in a life, and not of a machine.
    private static readonly Regex Lasting = Pattern(
        @"^(one day |eventually |finally |really )?(visit|travel|move|learn (?!how|more|about|if|why)|become|retire|adopt|emigrate|study"
        + @"|go to (?-i:[A-Z])|go back to|see the|see (?-i:[A-Z])|buy an? (house|home|flat|apartment|car|boat|farm|bike|dog|horse|piano|guitar|camper)"
        + @"|get (a|another) (dog|cat|puppy|kitten|tattoo|degree|phd|horse)|get (married|fit|pregnant|my (licen[cs]e|degree|pilot))|have (kids|children"
        + @"|a baby|another)|lose \d|quit (smoking|drinking|my job)|stop (smoking|drinking)|run a (marathon|half)|run the|write a (book|novel|memoir)"
        + @"|start (my own|a business|a family|a company)|open (my own|a (bakery|restaurant|shop|cafe|café|bar|studio))|climb|hike|sail|live in|do a (phd"
        + @"|masters?))\b");

    // Such things happen once; when, may be left out.
    private static readonly Regex Landmark = Pattern(
        @"^(graduated|(was|were) (laid off|fired|made redundant)|got (married|promoted|engaged|divorced|laid off|fired)|gave birth|dropped out"
        + @"|had (surgery|a baby|twins|a stroke|a heart attack)|quit my job|lost my job|changed (jobs|careers)|inherited|defended my|proposed|enlisted"
        + @"|published|passed (my|the) (driving|bar|exam|final))\b");

    public static EnglishRule[] Rules { get; } =
    [
        Of(
            Attributes.Owns,
            $@"^(have|has)\s+(?<not>never)\s+{Adverb}(owned|had)\s+(an?|any|my own|our own)\s+(?<value>(?!(problem|issue|chance|reason|good|bad|better"
                + $@"|more|clue"
            + $@"|single"
            + $@"|real|proper|job|boss|drink|cavity)\b)[\p{{L}}-]+( [\p{{L}}-]+)?)$"),
        Of(
            Attributes.Owns,
            $@"^{Adverb}(have |has )?{Adverb}(?<not>sold|lost|gave away|crashed|totaled|totalled|got rid of)\s+(my|our|the|his|her)\s+(old |second "
            + $@"|beloved )?(?<value>({EnglishWords.Possession})\b.*)$"),
        Of(
            Attributes.Owns,
            $@"^{Adverb}(?<not>do not|does not|no longer|never)\s+{Adverb}(have|own|owns|has|owned|had)\s+(an?|any"
            + $@"|my own)\s+(?<value>(own )?([a-z-]+ )?({EnglishWords.Possession}))\b.*$"),
        Of(
            Attributes.Owns,
            $@"^((have|has|just|recently|finally|also|we|did|am|is|are)\s+)*(bought|purchased|inherited|leased|leasing|treated myself to|built|ordered"
            + $@"|got|ride|rides|drive|drives|own|owns|have|has|rent|rents|renting)\s+(got )?(myself |us )?(an?|my|our|another|the|two|three|my own"
            + $@"|my first)\s+(?<value>([\p{{L}}\d-]+ ){{0,3}}?({EnglishWords.Possession})\b.*)$",
            Thing),
        Of(
            Attributes.Owns,
            $@"^((have|has|just|recently|finally|also|currently)\s+)*(bought|purchased|got|drive|drives|ride|rides|own|owns|have|has)\s+(got )?(an?|my"
            + $@"|another)\s+(new |old |used |second[- ]hand |brand new |[a-z]+-[a-z]+ |beaten up |ancient |tiny |red |blue |black |white |silver "
            + $@"|green )*(?<value>((19|20)\d\d )?(?-i:[A-Z])[\p{{L}}\d-]*( (?-i:[A-Z\d])[\p{{L}}\d-]*)*(?! (question|problem|issue|appointment|interview"
            + $@"|exam|meeting|flight|test|accent|class|friend|teacher|girlfriend|boyfriend|wife|husband|passport|visa|degree|error|file|bug|app|server"
            + $@"|account|project|script|table|class|function)))\b.*$",
            EnglishValue.WithoutArticle),
        new(
            @"^((have|has)\s+)?(have|has|got|made|making)\s+(got )?((big|firm|some|no|definite|summer|holiday|travel) )*plans? to\s+(?<value>(?!(be|do"
            + @"|make|get|give|keep|start|use|work|take)\b).+)$",
            match => Plan(char.IsUpper(match.Groups["value"].Value[0]) ? "travel to " + match.Groups["value"].Value : match.Groups["value"].Value)),
        new(
            $@"^(?<not>(am|is|are) not (going|planning)|will not|decided not|cancel+ed my (plan|plans|trip)|no longer (plan|want|intend)|have decided not"
            + $@"|do not (plan|intend))(ning)?( to)?\s+(?<value>.+)$",
            match =>
                Firmly.IsMatch(match.Value) || Lasting.IsMatch(match.Groups["value"].Value) || Coming.IsMatch(match.Value)
                    ? Plan(match.Groups["value"].Value, isDenied: true)
                    : []),
        new(
            $@"^((am|is|are)\s+{Adverb}(planning|set|due|training|saving up)\s+to|plan to|plans to|plan on|intend to|intends to|signed up to|(?<wish>(am"
            + $@"|is|are)\s+{Adverb}(going|hoping|about)\s+to|want to|hope to|decided to|would like to"
            + $@"|would love to))\s+(?<!going to\s+(?=(?-i:\p{{Lu}}\p{{Ll}}|the |an? )))(?<value>(?!(be|keep|stay|make (it|this|that|sure|the most)|give"
            + $@"|let|continue|work (on|hard|through)|take (a shot|a look|it|this|that|care|my time)|do|bed|sleep|the|an?|my|work|school|town|cry|die"
            + $@"|lose|start|know|ask|say|tell|see if|see how|talk|thank|understand|need|make sure|be able|try|check|find out|learn more|get (this|it"
            + $@"|the)|figure|use|add|create|write|build a|explain|have you|need|do (this|that|it)|start by|go with|go through|hear|believe|give you"
            + $@"|be honest|share|improve|avoid|display|show|print|convert|fix|change this|compare)\b).+)$",
            match =>
                !match.Groups["wish"].Success || Lasting.IsMatch(match.Groups["value"].Value) || Coming.IsMatch(match.Value)
                    ? Plan(match.Groups["value"].Value)
                    : []),
        new(
            $@"^(have|has|have got|has got|got|booked|scheduled)\s+(got )?(an?|my|our|another|the)\s+(?<value>([\p{{L}}'-]+ ){{0,3}}?({Appointment})\b.*)$",
            match => Coming.IsMatch(match.Value) ? Planned(match.Groups["value"].Value) : []),
        new(
            $@"^(am|is|are|will be)\s+(also |finally |probably )*(?<value>(?!(running (out|into|low|late|behind)|getting (a|an|this|the|no|some|nowhere"
            + $@"|started|stuck)|having (trouble|issues|problems|difficult|an issue|a problem|a hard)|taking (too|so|forever)|doing (this|that|it|my best"
            + $@"|well|fine|ok)|giving up|going (crazy|insane|mad|nuts|to (die|cry|scream))|visiting (this|your)|opening (the|a|this)|closing (the|this)"
            + $@"|starting (to|with|from)|performing|changing (the|this|it))\b)({Doing})\b.+)$",
            match => Coming.IsMatch(match.Value) && !Often.IsMatch(match.Value) ? Plan(Base(match.Groups["value"].Value)) : []),
        new(
            @"^((am|is|are|have been|has been)\s+)*(also |still |slowly |really |seriously |now )*(saving( up)?)\s+(for|to)\s+(?<value>.+)$",
            match =>
                EnglishValue.Whole(match.Groups["value"].Value) is { } value
                    ?
                    [
                        new SpokenFact(
                            null,
                            Attributes.Plan,
                            "save for " + EnglishVerb.Others(value.StartsWith("buy ", StringComparison.OrdinalIgnoreCase) ? value[4..] : value)),
                    ]
                    : []),
        new(
            @"^((am|is|are|have been|has been)\s+)+(also |still |really |seriously |actually |currently |now )*(thinking (of|about)|considering"
            + @"|contemplating|toying with the idea of|looking (at|into)|leaning towards)\s+(?<value>(?!(it|this|that|you|how|what|why|whether"
            + @"|if)\b)(moving|quitting|leaving|changing|switching|buying|selling|adopting|getting|going|starting|learning|taking|doing|studying|applying"
            + @"|retiring|opening|writing|becoming|having|travelling|traveling|visiting|joining|running|training|building|renovating|emigrating|proposing"
            + @"|signing)\b.+)$",
            match => One(Attributes.Plan, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)))),
        new(
            @"^((have|has|just|already|finally|also)\s+)*(booked|bought|got|have|reserved)\s+(my |our |the |a |some )*(?<what>flights?|tickets?"
            + @"|train tickets?|plane tickets?)\s+(booked )?to\s+(?<value>(?-i:[A-Z]).+)$",
            match => EnglishValue.Whole(match.Groups["value"].Value) is { } value ? [new SpokenFact(null, Attributes.Plan, "travel to " + value)] : []),
        new(
            @"^((have|has|just|already|finally|also|am|is)\s+)*(enrolled (in|on)|signed up for|registered for|entered)\s+(?<value>(an?|the|my)\s+.+)$",
            match => One(Attributes.Plan, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)) is { } value ? "take part in " + value : null)),
        new(
            $@"^(will|am about to|is about to|are about to|aim to|aims to|am aiming to|mean to|am off to)\s+{Adverb}(?<value>(?!(be able|have to|try|need"
            + $@"|let|see if|do|get back|be (back|there|here|right|ok|fine|late)|not|never|definitely not|take a look|keep|think|ask|tell|check|wait"
            + $@"|give)\b)\p{{L}}+\b.+)$",
            match => Coming.IsMatch(match.Value) && !Addressed.IsMatch(match.Value) ? Plan(match.Groups["value"].Value) : []),
        new(
            $@"^(?<value>(start|begin|move|fly|leave for|travel|graduate|retire|return|open|launch|join|switch|defend|compete|finish|run)\b.+)$",
            match => Coming.IsMatch(match.Value) && !Often.IsMatch(match.Value) && !Past.IsMatch(match.Value) ? Plan(match.Groups["value"].Value) : []),
        Of(
            Attributes.Owns,
            @"^(own|owns|co-own)\s+(?<value>(an?|two|three|four|several|the)\s+(?!(business|company|shop|store|restaurant|cafe|bar|bakery|studio"
            + @"|agency)\b)[\p{L}\d].+)$",
            EnglishValue.WithoutArticle),
        new(
            $@"^((am|is|are|have|has)\s+)*{Adverb}(planning|organi[sz]ing|arranging|preparing( for)?|getting ready for|looking forward to"
            + $@"|saving( up)? for|booked|(?<=(have|has)\s)planned)\s+(?<of>an?|my|our|the|another)\s+(?<value>([\p{{L}}'-]+ ){{0,3}}?({Appointment}"
            + $@"|{Journey})\b.*)$",
            match => Awaited(match)),
        new(
            @"^(am|is|are)\s+(?<value>due (on|in|at the|next|this|around)\b.+)$",
            match => Coming.IsMatch(match.Value) ? Planned("baby " + match.Groups["value"].Value) : []),
        new(
            $@"^((have|has|just|recently|finally|also|actually|even|did|already)\s+)*(?<value>({Did})\b.*)$",
            match =>
                !Addressed.IsMatch(match.Value) && (Past.IsMatch(match.Value) || Landmark.IsMatch(match.Groups["value"].Value))
                    ? Event(match.Groups["value"].Value)
                    : []),
        new(
            @"^(have|has)\s+never\s+(actually |really )?(?<value>(been (to|abroad|on)|seen|tried|visited|flown|driven|eaten|owned|smoked|had|learned"
            + @"|played|read|watched|left)\b.*)$",
            match => EnglishValue.Of(match.Groups["value"].Value) is { } value ? One(Attributes.Event, "has never " + EnglishVerb.Others(value)) : []),
    ];

    private static string? Thing(string text) => EnglishValue.Of(Age.Replace(text, string.Empty));

    private static IEnumerable<SpokenFact> Plan(string text, bool isDenied = false) =>
        One(Attributes.Plan, EnglishVerb.Others(EnglishValue.Whole(text)), isDenied);

    // A journey is taken, the rest is had.
    private static IEnumerable<SpokenFact> Awaited(Match match)
    {
        var value = EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value));
        var article = match.Groups["of"].Value.ToLowerInvariant() is "my" or "our" ? "their" : match.Groups["of"].Value.ToLowerInvariant();
        return value is null ? [] : [new SpokenFact(null, Attributes.Plan, $"{(Travel.IsMatch(value) ? "take" : "have")} {article} {value}")];
    }

    private static IEnumerable<SpokenFact> Planned(string text) =>
        EnglishValue.Whole(text) is { } value ? [new SpokenFact(null, Attributes.Plan, $"have {EnglishVerb.Article(value)} {EnglishVerb.Others(value)}")] : [];

    /// <summary>Something that happened, told by a verb in the past.</summary>
    public static IEnumerable<SpokenFact> Event(string text) =>
        EnglishValue.Of(text) is { } value && !Vague.IsMatch(value)
            ? [new SpokenFact(null, Attributes.Event, EnglishVerb.Others(char.ToLowerInvariant(value[0]) + value[1..]))]
            : [];

    // "moving to Rome in May" is planned as "move to Rome in May".
    private static string Base(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? space : text.Length;
        var verb = text[..end].ToLowerInvariant() switch
        {
            "moving" => "move",
            "taking" => "take",
            "having" => "have",
            "leaving" => "leave",
            "graduating" => "graduate",
            "retiring" => "retire",
            "driving" => "drive",
            "celebrating" => "celebrate",
            "giving" => "give",
            "changing" => "change",
            "closing" => "close",
            "running" => "run",
            "getting" => "get",
            "quitting" => "quit",
            "competing" => "compete",
            "hiking" => "hike",
            "cycling" => "cycle",
            "travelling" or "traveling" => "travel",
            var ing => ing[..^3],
        };
        return verb + text[end..];
    }
}
