using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>How a clause says whom it is about.</summary>
internal static class EnglishForms
{
    public static readonly Regex Remember = Pattern(
        @"^(please |pls )?(remember|note|don't forget|do not forget|keep in mind|make a note)( that|:|,)?\s+(?<rest>(?!to\b|me\b|when\b|how\b"
        + @"|the time\b)(?!.*\b(you|your|yourself)\b)(?!\w+ing\b|to\b|who\b).{4,})$");
    public static readonly Regex Speaker = Pattern(@"^(i|we|me and \S+|\S+ and (i|me)|my \w+ and (i|me))\s+(?<rest>.+)$");
    public static readonly Regex Person = Pattern(
        $@"^((my|our)\s+|(?=(mom|mum|dad|hubby|wifey|husband|wife|grandma"
            + $@"|grandpa)\b)){EnglishWords.Which}(?<rel>{EnglishWords.Relation})\b(,?\s+(?<name>(?<=(parents|twins),?\s+){EnglishNames.Several}"
        + $@"|{EnglishNames.One})(?!'s\b),?)?(\s+(?<rest>.+)|'s\s+(?<is>(an?|the|from|in|at|called|named|allergic|vegan|vegetarian|pregnant|been|got"
        + $@"|moved|working|studying|living|not|also|still|getting|turning|originally|\d+|{EnglishWords.Demonym})\b.*))$");

    public static readonly Regex Pet = Pattern(
        $@"^(my|our)\s+{EnglishWords.Which}(?<animal>({EnglishWords.Animal}))\b(,?\s+(?<name>{EnglishNames.One})(?!'s\b),?)?\s+(?<rest>.+)$");

    // Who greets says who they are; "I am Batman" alone is a joke.
    public static readonly Regex Greeting = Pattern(
        @"(nice|pleased|good|great|lovely|glad) to (finally )?meet (you|u|everyone|everybody|y'?all)\b|^\W*(hi|hiya|hello|hey|good (morning|afternoon"
        + @"|evening)|greetings|(quick )?intro|new here|let me introduce|about me)\b");
    public static readonly Regex IAm = Pattern($@"^am\s+(?!{EnglishNames.Not}\b)(?<value>{EnglishNames.One})(,.*)?$");
    // "My name was …".
    public static readonly Regex Former = Pattern(@"^(my|our) (\w+ )?(ex|former)\b");
    public static readonly Regex Owned = Pattern(@"^(my|our|the)\s+[\w' -]{2,30}?\s+(?<rest>(was|were)\b.+)$");
    public static readonly Regex Pronoun = Pattern(@"^(he|she|they)\s+(?<rest>.+)$");
    public static readonly Regex Named = Pattern(
        $@"^((his|her|its|the (dog|cat|puppy|kitten|baby)'s) name is|(i |we |have )*(just )?(named|called|are calling|am calling|call) (him|her|it)|(he"
        + $@"|she|it) is (called|named))\s+(?<name>{EnglishNames.One})");

    // Where nobody says "I", only forms that nobody uses of others or in a request.
    public static readonly Regex Elided = Pattern(
        $@"^((just|recently|finally|also|still|currently|already|officially)\s+)*(got|bought|sold|moved|relocated|adopted|rescued|took up|picked up|been"
        + $@"|born|raised|living|working|started|quit|stopped|gave up|turned|turning|graduated|finished|dropped out|married|divorced|engaged|single"
        + $@"|retired|unemployed|not an? |not into|no longer|lost|broke up|split up|swapped|traded|replaced|upgraded|inherited|swore off|used to|grew up"
        + $@"|originally from|never|have not|been (?!there|wondering|thinking|trying|told|meaning|asked|said|looking|reading)|was (diagnosed|born|raised"
        + $@"|promoted|hired|laid off|made redundant|adopted|brought up)|had (a|an|my|surgery|twins)|switched|studying|learning|allergic|vegetarian|vegan"
        + $@"|lactose|diagnosed|signed (with|for)|spent (all of |most of )?my|voted|(tore|broke|sprained|fractured|twisted|dislocated|pulled|injured) my"
        + $@"|cancel+ed (my|the|our)|got rid of|not (religious|spiritual|superstitious)|\d(st|nd|rd|th)[- ]year|doing (my|a|an)|no (kids|children|pets"
        + $@"|siblings)\b|self taught"
        + $@"|(a )?(big|huge) fan|obsessed|hate (?=[a-z]+ing|(?-i:[A-Z]))|can not (stand|bear|abide|eat|have|drink|tolerate|swim|drive"
        + $@"|cook|dance|sing|smell|hear)|do not (eat|drink|like|smoke|drive|own|have (?!to)|enjoy|believe in|touch|watch|speak)|(pretty|really|very"
        + $@"|quite) (decent|good|bad|terrible|handy) (at|with) (?!the moment)|fluent in|terrified of|scared of|afraid of|addicted to|hooked on|deaf"
        + $@"|self-taught|self-employed|freelance|passed|ran|saw|went|visited|met|flew|flying|moving|heading|going|travell?ing|visiting|hosting|planning"
        + $@"|organi[sz]ing|saving up|looking forward|(mom|mum|dad|mother|father) of|(freshman|sophomore|undergrad|grad student|phd student) (at|in)"
        + $@"|\d{{2}}\s?[mf]\b|\d{{2}} years old|based in|due (on|in)"
        + $@"|from (?-i:[A-Z])|(fav(e|ourite|orite)?|go-to)\b|({EnglishWords.Demonym})\b.* here\b|([a-z-]+ ){{0,3}}({EnglishWords.Job}) here\b)"
    );

    /// <summary>A statement, and what is remarked on it; what takes it back is no remark.</summary>
    public static readonly Regex Aside = Pattern(
        @"^(?<head>.{5,}?)(,\s+|\s+(but|though|although|even though|so|because)\s+)(?!(except|unless|if|or|just kidding|kidding|not (really|true|yet)"
        + @"|right|no|other than|apart from|supposedly|allegedly|according to|in (a|my|the) (dream|game|story))\b).+$");

    public static readonly Regex Acquaintance = Pattern(
        $@"\b(my|our) {EnglishWords.Which}((?<rel>{EnglishWords.Relation})|(?<animal>{EnglishWords.Animal})),? (?<name>{EnglishNames.One})");

    /// <summary>People of whom what they have and do is theirs alone.</summary>
    public static readonly Regex Distant = Pattern(
        "^(boss|manager|supervisor|colleague|coworker|co-worker|neighbou?r|landlord|landlady|teacher|tutor|coach|trainer|therapist|doctor|dentist|gp"
        + "|babysitter)$");
    public static readonly Regex Gone = Pattern(
        @"^((just|recently|sadly|finally|suddenly)\s+)*((has |had )?(died|passed( away| on)?(?! (me|the|his|her|it|out|by)\b)|crossed the rainbow)|(was"
            + @"|is|got) (put (down|to sleep)|gone"
        + @"|dead|killed|run over)|ran (away|off)|went missing|did not make it)\b");
    public static readonly Regex Child = Pattern("^(son|daughter|baby|child|kid|twins?)$");
    public static readonly Regex Born = Pattern(
        $@"^(was|were|has been|is) (just |finally )?born(\s+({EnglishWords.Past}|this \w+|just now|at \d.*|early|today))*$");
    public static readonly Regex Female = Pattern($@"^({EnglishWords.Female})\b");
    public static readonly Regex Male = Pattern($@"^({EnglishWords.Male})\b");
    public static readonly Regex Asks = Pattern(
        @"^(do|does|did|is|are|was|were|can|could|should|would|will|have|has|what|what's|how|how's|which|where|when|why|who|any|anything|got any|shall"
        + @"|am i)\b");
    public static readonly Regex Asserts = Pattern(@"\s(is|are)\s");
}
