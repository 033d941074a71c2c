namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>One session of a <see cref="Scenario"/>.</summary>
public sealed record ScenarioSession
{
    /// <summary>When its first message was said; each further one a minute later.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was said, by the user unless "assistant: " stands before it.</summary>
    public required IReadOnlyList<string> Say { get; init; }

    /// <summary>What a good reader finds in the message that holds <see cref="ScenarioFact.From"/>.</summary>
    public IReadOnlyList<ScenarioFact> Facts { get; init; } = [];

    /// <summary>What a good reader finds between facts: a piece of the first, a piece of the second, the relation, the reason.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Relations { get; init; } = [];

    /// <summary>Whether the session changes no memory at all.</summary>
    public bool Unchanged { get; init; }

    /// <summary>All that is believed afterwards.</summary>
    public required IReadOnlyList<string> Active { get; init; }

    /// <summary>All that was believed before and is kept as superseded.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];
}
