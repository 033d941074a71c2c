using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Text.Time.Patterns;

namespace Remanence.Search;

/// <summary>
/// The memories of an index in columns, so that a pass over all of them touches only what it needs. A row is never reused: a changed memory
/// gets a new one. Not thread-safe.
/// </summary>
internal sealed class DocumentTable
{
    /// <summary>What <see cref="EventStart"/> is where there is no event.</summary>
    public const long NoEvent = long.MaxValue;

    /// <summary>What a row takes in the columns and the maps beside them, roughly.</summary>
    private const long RowBytes = 290;

    // An answer longer than this explains; up to it, it converses.
    private const int AtLength = 300;

    private readonly List<string> _ids = [];
    private readonly List<int> _firstPassages = [];

    public int Count => _ids.Count;

    /// <summary>An estimate of what the table takes.</summary>
    public long Bytes => (Count * RowBytes) + Keywords.Bytes + Categories.Bytes + Metadata.Bytes;

    /// <summary>Numbers of users, agents, sessions, kinds and name terms.</summary>
    public Interner Users { get; } = new();

    public Interner Agents { get; } = new();

    public Interner Sessions { get; } = new();

    public Interner Kinds { get; } = new();

    /// <summary>Numbers of the speakers' names as given.</summary>
    public Interner Speakers { get; } = new();

    public ReadOnlySpan<string> Ids => CollectionsMarshal.AsSpan(_ids);

    /// <summary>First passage of each document; passages are consecutive, and document i ends where document i + 1 begins.</summary>
    public ReadOnlySpan<int> FirstPassages => CollectionsMarshal.AsSpan(_firstPassages);

    /// <summary>1 while the row is a memory's current state, else 0.</summary>
    public List<byte> Live { get; } = [];

    public List<int> User { get; } = [];

    public List<int> Agent { get; } = [];

    public List<int> Session { get; } = [];

    public List<int> Kind { get; } = [];

    public List<int> Speaker { get; } = [];

    public List<int> ContentHash { get; } = [];

    public List<Traits> Traits { get; } = [];

    public List<MemoryStatus> Status { get; } = [];

    /// <summary>UTC ticks.</summary>
    public List<long> ObservedAt { get; } = [];

    public List<long> RecordedAt { get; } = [];

    public List<long> UpdatedAt { get; } = [];

    /// <summary><see cref="NoEvent"/> when there is none, and the end 0.</summary>
    public List<long> EventStart { get; } = [];

    public List<long> EventEnd { get; } = [];

    /// <summary>The further times of the rows that speak of several: starts and ends in UTC ticks.</summary>
    public Dictionary<int, (long Start, long End)[]> MoreEvents { get; } = [];

    /// <summary>How an event comes again; null for most.</summary>
    public List<Recurrence?> Recurrences { get; } = [];

    /// <summary>Some row has one.</summary>
    public bool HasRecurrences { get; private set; }

    public List<long> ValidFrom { get; } = [];

    public List<long> ValidTo { get; } = [];

    /// <summary>0 to 1 from score, help and reinforcement.</summary>
    public List<float> Standing { get; } = [];

    public ValueLists Keywords { get; } = new();

    public ValueLists Categories { get; } = new();

    public MetadataTable Metadata { get; } = new();

    public int Add(AnalyzedMemory analyzed, int firstPassage)
    {
        var memory = analyzed.Memory;
        var row = Count;
        _ids.Add(memory.Id);
        _firstPassages.Add(firstPassage);
        Live.Add(1);
        User.Add(Users.Add(memory.Scope.User));
        Agent.Add(Agents.Add(memory.Scope.Agent));
        Session.Add(Sessions.Add(memory.Scope.Session));
        Kind.Add(Kinds.Add(memory.Kind));
        Speaker.Add(Speakers.Add(analyzed.Speaker));
        ContentHash.Add(analyzed.ContentHash);
        Traits.Add(TraitsOf(analyzed));
        Status.Add(memory.Status);
        ObservedAt.Add(memory.ObservedAt.UtcTicks);
        RecordedAt.Add(memory.RecordedAt.UtcTicks);
        UpdatedAt.Add(memory.UpdatedAt.UtcTicks);
        EventStart.Add(memory.EventTime?.Interval.Start.UtcTicks ?? NoEvent);
        EventEnd.Add(memory.EventTime?.Interval.End.UtcTicks ?? 0);
        if (memory.State?.MoreTimes is { } more)
        {
            MoreEvents[row] = [.. more.Select(time => (time.Start.UtcTicks, time.End.UtcTicks))];
        }

        Recurrences.Add(analyzed.Recurrence);
        HasRecurrences |= analyzed.Recurrence is not null;
        ValidFrom.Add(memory.ValidFrom?.UtcTicks ?? long.MinValue);
        ValidTo.Add(memory.ValidTo?.UtcTicks ?? long.MaxValue);
        Standing.Add(StandingOf(memory));
        Keywords.Add(memory.Keywords);
        Categories.Add(memory.Categories);
        Metadata.Add(memory.Metadata);
        return row;
    }

    /// <summary>When a row's event was, or when it was said.</summary>
    public TimeInterval TimeOf(int row) =>
        EventEnd[row] == 0 ? At(ObservedAt[row], ObservedAt[row]) : At(EventStart[row], EventEnd[row]);

    /// <summary>All of a row's events.</summary>
    public IReadOnlyList<TimeInterval> TimesOf(int row) =>
        MoreEvents.TryGetValue(row, out var more) ? [TimeOf(row), .. more.Select(time => At(time.Start, time.End))] : [TimeOf(row)];

    private static TimeInterval At(long start, long end) => new(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero));

    private static Traits TraitsOf(AnalyzedMemory analyzed) =>
        (analyzed.Memory.Role is "assistant" or "tool" or "system" ? Search.Traits.ByAssistant : Search.Traits.None)
        | (analyzed.AsksOnly ? Search.Traits.Asks : Search.Traits.None)
        | (analyzed.SaysLittle ? Search.Traits.SaysLittle : Search.Traits.None)
        | (!analyzed.Memory.EventTimes.Any() && analyzed.Recurrence is null ? Search.Traits.None : Search.Traits.HasTime)
        | (analyzed.Memory.Content.Length > AtLength ? Search.Traits.Long : Search.Traits.None)
        | (analyzed.Memory.State is { Reflected: true } ? Search.Traits.Reflected : Search.Traits.None);

    private static float StandingOf(Memory memory)
    {
        var use = memory.Use.Helpful + memory.Use.Reinforced;
        return (float)((0.5 * Math.Clamp(memory.Score ?? 0, 0, 1)) + (0.5 * use / (use + 3.0)));
    }
}
