using System.Collections.Frozen;

namespace Remanence.Text.Time.Verbs;

/// <summary>Words that tell the tense of an English clause.</summary>
internal static class EnglishVerbs
{
    private static readonly FrozenDictionary<string, VerbKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = Build().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the word is, without its contraction; unknown words by their ending.</summary>
    public static VerbKind Find(ReadOnlySpan<char> word) =>
        Kinds.TryGetValue(word, out var kind) ? kind
        : word.Length > 3 && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("eed", StringComparison.OrdinalIgnoreCase)
            ? VerbKind.PastOrParticiple
        : word.Length > 4 && word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? VerbKind.Gerund
        : VerbKind.None;

    private static FrozenDictionary<string, VerbKind> Build()
    {
        var kinds = new Dictionary<string, VerbKind>(StringComparer.OrdinalIgnoreCase);
        Add(kinds, VerbKind.Be, "am is are ain't");
        Add(kinds, VerbKind.BePast, "was were");
        Add(kinds, VerbKind.Been, "been");
        Add(kinds, VerbKind.Have, "have has");
        Add(kinds, VerbKind.Had, "had");
        Add(kinds, VerbKind.Did, "did didnt");
        Add(kinds, VerbKind.Do, "do does dont doesnt");
        Add(kinds, VerbKind.Modal, "can could should would might must shall cannot");
        Add(kinds, VerbKind.Will, "will gonna");
        Add(kinds, VerbKind.Wish, "wanna want wants need needs plan plans planning hope hopes hoping intend intends lets expect expects");
        Add(
            kinds,
            VerbKind.Imperative,
            "remind call come meet join bring send book buy mark save ping text email visit try stop drop get take give pick wait be make "
                + "wear pack forget reserve schedule remember");
        Add(kinds, VerbKind.Pronoun, "i we they you he she it there everyone everybody nobody someone who that this");
        Add(
            kinds,
            VerbKind.Adverb,
            "not just also so still really already probably now all both only currently definitely actually always usually often never "
            + "ever even finally totally barely hardly gladly soon then too very recently lately sometimes");
        Add(kinds, VerbKind.Past, "went was were did had began came became ran drank sang swam rang gave took wrote rode drove ate fell flew grew knew threw "
            + "drew wore tore broke spoke woke chose froze stole saw forgot shook hid bit got");
        Add(
            kinds,
            VerbKind.PastOrParticiple,
            "bought brought built caught dealt dug felt fought found heard held kept laid led left lent lost made meant met paid said sat "
                + "sent shot slept sold spent stood stuck swept taught told thought understood won wound "
                + "bent bound bred clung crept fed fled hung lit sought shone slid spun stung struck swung wept burnt learnt dreamt smelt spelt overslept "
                + "hosted agreed disagreed freed guaranteed refereed");
        Add(
            kinds,
            VerbKind.Participle,
            "gone done seen eaten taken given written driven ridden fallen flown grown known thrown drawn worn torn broken spoken woken "
                + "chosen frozen stolen shaken hidden bitten gotten begun drunk sung swum rung forgotten proven");
        Add(kinds, VerbKind.BaseOrPast, "put cut let hit read set quit hurt shut cost beat bet spread split burst become");
        Add(
            kinds,
            VerbKind.Scheduled,
            "leaves flies goes comes starts begins ends opens closes arrives departs runs expires lands takes meets resumes airs launches "
                + "kicks finishes returns moves plays happens turns graduates retires visits falls premieres drops releases works suits fits sounds looks "
                + "seems");
        Add(
            kinds,
            VerbKind.ScheduledBase,
            "leave fly go come start begin end open close arrive depart run expire land resume air launch finish return move play turn graduate retire visit");
        Add(
            kinds,
            VerbKind.Other,
            "need bed red indeed hundred sacred naked morning evening something anything nothing everything thing things king ring spring "
            + "string during wedding meeting building feeling ceiling clothing sibling pudding sterling being "
            + "amazing boring exciting interesting stunning charming");
        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, VerbKind> kinds, VerbKind kind, string words)
    {
        foreach (var word in words.Split(' '))
        {
            kinds.TryAdd(word, kind);
        }
    }
}
