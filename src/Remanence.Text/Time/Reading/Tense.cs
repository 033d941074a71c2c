namespace Remanence.Text.Time.Reading;

/// <summary>What the verb beside an expression tells of when it was, is or will be.</summary>
internal enum Tense : byte
{
    /// <summary>No verb that tells.</summary>
    None,

    /// <summary>"went", "was", 去了.</summary>
    Past,

    /// <summary>"have gone", "haven't talked": up to now.</summary>
    Perfect,

    /// <summary>"is", "leaves", "am meeting": with a time beside it, what is to come.</summary>
    Present,

    /// <summary>"will", "let's", "want to", 打算.</summary>
    Ahead,

    /// <summary>就…了: over or to come, whichever of its days is nearer.</summary>
    Near,
}
