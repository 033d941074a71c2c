namespace Remanence.Text.Tokens;

/// <summary>What a character is to the tokenizer.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Ends words and runs.</summary>
    Separator,

    /// <summary>Is as if it were not there.</summary>
    Dropped,

    /// <summary>A letter or digit of ASCII once it is folded: what most texts are made of.</summary>
    Ascii,

    /// <summary>A letter or digit of a script that has spaces between words.</summary>
    Word,

    /// <summary>Joins two letters, and separates elsewhere.</summary>
    Apostrophe,

    /// <summary>Stands for other characters, <see cref="Folding.CharacterForms"/>.</summary>
    Form,

    /// <summary>Begins a cluster of a script without spaces between words.</summary>
    Cluster,

    /// <summary>A vowel of such a script that is written before the consonant it belongs to.</summary>
    Leading,

    /// <summary>A vowel, tone or mark that belongs to the cluster before it.</summary>
    Following,

    /// <summary>Binds the next consonant to the cluster before it.</summary>
    Joiner,

    /// <summary>An emoji or another sign that says something by itself.</summary>
    Pictograph,

    /// <summary>Makes a keycap of the digit before it.</summary>
    Keycap,

    /// <summary>Half of a character outside the basic plane, <see cref="CharacterClasses.OfWide"/>.</summary>
    Surrogate,
}
