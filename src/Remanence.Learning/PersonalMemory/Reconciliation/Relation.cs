namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>What one statement is to another.</summary>
internal enum Relation
{
    /// <summary>Both may stand.</summary>
    None,

    /// <summary>They say the same.</summary>
    Same,

    /// <summary>The first says all that the second says, and more.</summary>
    More,

    /// <summary>The first says less than the second, and nothing else.</summary>
    Less,

    /// <summary>They cannot both hold any more: the later one counts.</summary>
    Against,
}
