namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>All that the rules know to be said about somebody, in the order in which it is tried.</summary>
internal static class EnglishPredicates
{
    public static IReadOnlyList<EnglishRule> All { get; } =
    [
        .. EnglishChangeRules.Rules,
        .. EnglishPlainRules.Rules,
        .. EnglishLifeRules.Rules,
        .. EnglishWorkRules.Rules,
        .. EnglishHealthRules.Rules,
        .. EnglishBeliefRules.Rules,
        .. EnglishSkillRules.Rules,
        .. EnglishFoodRules.Rules,
        .. EnglishTasteRules.Rules,
        .. EnglishPeopleRules.Rules,
        .. EnglishDeedRules.Rules,
    ];
}
