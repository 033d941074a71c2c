namespace Remanence.Text.Time.Reading;

[Flags]
internal enum TokenMarks : byte
{
    None = 0,

    /// <summary>White space, or the text's edge, stands before the token.</summary>
    Spaced = 1,

    /// <summary>The word begins with a capital letter.</summary>
    Capital = 2,

    /// <summary>The word carries 's.</summary>
    Possessive = 4,

    /// <summary>The number carries st, nd, rd or th.</summary>
    Ordinal = 8,

    /// <summary>The number carries s ("90s").</summary>
    Plural = 16,
}
