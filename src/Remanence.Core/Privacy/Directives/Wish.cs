namespace Remanence.Privacy.Directives;

/// <summary>What a speaker wants not to be remembered.</summary>
internal enum Wish
{
    None,

    /// <summary>The message that says so.</summary>
    This,

    /// <summary>That message, and what the speaker said before it.</summary>
    Before,
}
