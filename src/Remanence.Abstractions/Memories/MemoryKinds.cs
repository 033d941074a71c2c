namespace Remanence.Memories;

/// <summary>The kinds that Remanence itself writes. A kind is an open set: users may store their own.</summary>
public static class MemoryKinds
{
    /// <summary>A message, kept word for word.</summary>
    public const string Message = "message";

    /// <summary>A fact about a person, taken from messages.</summary>
    public const string Observation = "observation";

    /// <summary>A conclusion drawn from several observations.</summary>
    public const string Insight = "insight";

    /// <summary>A stable attribute of a person.</summary>
    public const string Profile = "profile";

    /// <summary>Something that happened or will happen at a time.</summary>
    public const string Event = "event";

    /// <summary>Knowledge about the world.</summary>
    public const string Knowledge = "knowledge";

    /// <summary>A habit or preference in behaviour.</summary>
    public const string Behavior = "behavior";

    /// <summary>How to do something.</summary>
    public const string Skill = "skill";

    /// <summary>Experience from a task run.</summary>
    public const string Task = "task";

    /// <summary>Experience with a tool.</summary>
    public const string Tool = "tool";

    /// <summary>
    /// A note that something was forgotten: of its sources nothing is made again. Never found by search, and listed only when this kind is asked for.
    /// </summary>
    public const string Forgotten = "forgotten";
}
