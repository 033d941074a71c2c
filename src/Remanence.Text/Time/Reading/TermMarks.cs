namespace Remanence.Text.Time.Reading;

[Flags]
internal enum TermMarks : byte
{
    None = 0,

    /// <summary>A text holding the word is worth parsing.</summary>
    Trigger = 1,

    /// <summary>A plural form.</summary>
    Plural = 2,

    /// <summary>A short form ("Jan", "Tue", "hrs").</summary>
    Short = 4,

    /// <summary>Also an everyday word or a name ("may", "June", "sat"): needs a neighbour that speaks of time.</summary>
    Ambiguous = 8,

    /// <summary>May begin the name of a holiday.</summary>
    Holiday = 16,

    /// <summary>Says that its sentence speaks of the future.</summary>
    Future = 32,
}
