using System.Text.Json;
using Remanence.Editing;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Operators;

/// <summary>What the operators of personal memory hand to each other, and what calls give them.</summary>
internal static class PersonSlots
{
    /// <summary>Task runs or conversations as ReMe's clients send them.</summary>
    public static readonly Slot<JsonElement> Trajectories = new("trajectories");

    /// <summary>The messages of a call that gives no runs: they are one, and their times stand where those of a run do.</summary>
    public static readonly Slot<JsonElement> Sent = new(BaseSlots.Messages.Name);

    /// <summary>The name of whom memories are about, as ReMe's clients send it.</summary>
    public static readonly Slot<string> UserName = new("user_name");

    /// <summary>By which the messages of the conversation are known again, and when they came, by resource and position.</summary>
    public static readonly Slot<IReadOnlyDictionary<(string ResourceId, int Position), SaidMessage>> SaidKeys = new("said_keys");

    /// <summary>The messages that are worth reading.</summary>
    public static readonly Slot<IReadOnlyList<StoredMessage>> Kept = new("kept_messages");

    /// <summary>Facts from messages that speak about times.</summary>
    public static readonly Slot<IReadOnlyList<Memory>> TimedObservations = new("timed_observations");

    /// <summary>What was remembered today.</summary>
    public static readonly Slot<IReadOnlyList<Memory>> Today = new("today_memories");

    /// <summary>Observations that no insight was drawn from yet.</summary>
    public static readonly Slot<IReadOnlyList<Memory>> Unreflected = new("not_reflected_memories");

    public static readonly Slot<IReadOnlyList<Memory>> Insights = new("insight_memories");

    /// <summary>New names of attributes to draw insights about.</summary>
    public static readonly Slot<IReadOnlyList<string>> Subjects = new("reflection_subjects");

    /// <summary>At most so many memories.</summary>
    public static readonly Slot<int?> TopK = new("top_k");

    /// <summary>The moment that a question is asked at, in seconds since 1970.</summary>
    public static readonly Slot<long?> Timestamp = new("timestamp");

    public static readonly Slot<string> Question = new("person_query");

    public static readonly Slot<DateTimeOffset> AskedAt = new("asked_at");

    /// <summary>The stretches of time that the question speaks about.</summary>
    public static readonly Slot<IReadOnlyList<TimeInterval>> QuestionTimes = new("query_times");

    /// <summary>The memories found, best first.</summary>
    public static readonly Slot<IReadOnlyList<ScoredMemory>> Recalled = new("recalled_person_memories");
}
