namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>About whom a clause speaks, and about whom a rule can.</summary>
[Flags]
internal enum ChineseBearers
{
    None = 0,

    /// <summary>The speaker, named by a pronoun here or before.</summary>
    Speaker = 1,

    /// <summary>A relative, friend or colleague.</summary>
    Relative = 2,

    Pet = 4,

    /// <summary>Nobody is named, which in Chinese is mostly the speaker.</summary>
    Unnamed = 8,

    /// <summary>The speaker with others: 我们.</summary>
    Together = 16,

    People = Speaker | Relative,
    Myself = Speaker | Unnamed,
    Anybody = Speaker | Relative | Unnamed,
    Household = Speaker | Relative | Unnamed | Together,
    Living = Speaker | Relative | Pet,
}
