namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>
/// What people and animals are called, as parts of a pattern: "Ben", "Mary Ann Cole", "Mr. Biscuit", "Ludwig van Beethoven", "Martin L. King Jr.".
/// </summary>
internal static class EnglishNames
{
    private const string Time =
        "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December"
        + "|Christmas|Easter|Thanksgiving";
    private const string Word = $@"(?!(I|I'\p{{L}}+|{Time})\b)\p{{Lu}}\p{{M}}*(\p{{L}}\p{{M}}*|['-]\p{{L}}\p{{M}}*)+(?<!'s)(?![\p{{L}}\p{{M}}])";
    private const string Title = @"(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Lord|Sgt|Capt|Col|Gen|Lt|St|Father|Sister|Captain|Professor|Doctor)\b\.?\s+";
    private const string Particle = @"(van der|van den|van de|van|von|de la|de|der|den|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter|zu|zur|y)\s+";

    /// <summary>Words with a capital that say what somebody is, and not who.</summary>
    public const string Not =
        $"(?-i:{EnglishWords.Demonym}|Catholic|Christian|Jewish|Muslim|Hindu|Buddhist|Sikh|Protestant|Mormon|Orthodox|Gen|Type|OK|Ok|AI|Not|So|In|On|At"
        + $"|Batman|Superman|Spider-?[Mm]an|Iron Man|God|Santa|Jesus|Napoleon|Cinderella|Dracula|Groot|Legend|King|Queen|Here|Back|Done|Ready|New|Home)";

    /// <summary>One name of one or more words; letters in capitals only.</summary>
    public const string One = $@"(?-i:({Title})*(\p{{Lu}}\.\s*)*{Word}(\s+({Particle})?(\p{{Lu}}\.(?=\s*\p{{Lu}})|[JS]r\b\.?|{Word}))*)";

    /// <summary>"Ann, Bea and Cid".</summary>
    public const string Several = $@"{One}((,?\s+(and|&)\s+|,\s+){One})*";
}
