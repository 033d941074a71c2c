namespace Remanence.Text.Time.Verbs;

/// <summary>What an English word does in a verb.</summary>
internal enum VerbKind : byte
{
    None, Be, BePast, Been, Have, Had, Do, Did, Modal, Will,

    /// <summary>Wants what is to come: "want", "plan", "hope".</summary>
    Wish,

    /// <summary>Asks for what is to come at a clause's beginning: "call", "remind".</summary>
    Imperative,
    Pronoun,
    Adverb,

    /// <summary>"went": never a participle.</summary>
    Past,

    /// <summary>"bought", and what ends in -ed.</summary>
    PastOrParticiple,

    /// <summary>"gone": no tense without a helper.</summary>
    Participle,

    /// <summary>"put": like its base.</summary>
    BaseOrPast,

    /// <summary>What ends in -ing.</summary>
    Gerund,

    /// <summary>"leaves": said of what is fixed.</summary>
    Scheduled,

    /// <summary>"leave", behind a plural.</summary>
    ScheduledBase,

    /// <summary>Looks like a verb and is none.</summary>
    Other,
}
