using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Text.Time.Patterns;

namespace Remanence.Search.Ranking;

/// <summary>What the times that a question names say for a memory: that its event was then, that it was said then, or that it comes again then.</summary>
internal readonly ref struct TimeSignal
{
    private readonly IReadOnlyList<QueryTime> _times;
    private readonly ReadOnlySpan<long> _observedAt;
    private readonly ReadOnlySpan<long> _eventStart;
    private readonly ReadOnlySpan<long> _eventEnd;
    private readonly ReadOnlySpan<Recurrence?> _recurrences;
    private readonly Dictionary<int, (long Start, long End)[]> _more;
    private readonly ReadOnlySpan<float> _scores;

    public TimeSignal(DocumentTable documents, IReadOnlyList<QueryTime> times, float weight, ScoreBuffers buffers, ReadOnlySpan<byte> visible)
    {
        _times = times;
        _observedAt = CollectionsMarshal.AsSpan(documents.ObservedAt);
        _eventStart = CollectionsMarshal.AsSpan(documents.EventStart);
        _eventEnd = CollectionsMarshal.AsSpan(documents.EventEnd);
        _more = documents.MoreEvents;
        _recurrences = documents.HasRecurrences ? CollectionsMarshal.AsSpan(documents.Recurrences) : [];
        if (times.Count > 0)
        {
            _scores = Scores(weight, buffers, visible);
        }
    }

    public float this[int row] => _scores.IsEmpty ? 0 : _scores[row];

    public void AddTo(Span<float> scores)
    {
        if (!_scores.IsEmpty)
        {
            TensorPrimitives.Add(scores, _scores, scores);
        }
    }

    /// <summary>The question's words for the times that a memory overlaps.</summary>
    public IReadOnlyList<string> Matched(int row)
    {
        var matched = new List<string>();
        foreach (var time in _times)
        {
            if ((Overlaps(row, time.Interval) || ComesIn(row, time)) && !matched.Contains(time.Text))
            {
                matched.Add(time.Text);
            }
        }

        return matched;
    }

    private Span<float> Scores(float weight, ScoreBuffers buffers, ReadOnlySpan<byte> visible)
    {
        var seen = visible.Count((byte)1);
        var scores = buffers.Floats(visible.Length);
        var inside = buffers.Floats(visible.Length);
        foreach (var time in _times)
        {
            Mark(time, inside);
            for (var row = 0; seen < visible.Length && row < visible.Length; row++)
            {
                inside[row] *= visible[row];
            }

            // A time that nearly everything overlaps tells nothing apart.
            var score = weight * (1 - (TensorPrimitives.Sum(inside) / (seen + 1)));
            TensorPrimitives.Multiply(inside, score, inside);
            TensorPrimitives.Max(scores, inside, scores);
        }

        return scores;
    }

    // 1 for each row that the time overlaps, else 0.
    private void Mark(QueryTime time, Span<float> inside)
    {
        var (interval, row) = (time.Interval, 0);
        for (; row <= inside.Length - Vector<float>.Count; row += Vector<float>.Count)
        {
            var mask = Vector.Narrow(Overlap(row, interval), Overlap(row + Vector<long>.Count, interval));
            Vector.ConditionalSelect(mask, Vector<float>.One, Vector<float>.Zero).CopyTo(inside[row..]);
        }

        for (; row < inside.Length; row++)
        {
            inside[row] = Overlaps(row, interval) ? 1 : 0;
        }

        foreach (var (several, times) in _more)
        {
            if (several < inside.Length && Overlap(times, interval))
            {
                inside[several] = 1;
            }
        }

        for (row = 0; row < _recurrences.Length; row++)
        {
            if (ComesIn(row, time))
            {
                inside[row] = 1;
            }
        }
    }

    private Vector<long> Overlap(int row, TimeInterval interval)
    {
        var (start, end) = (new Vector<long>(interval.Start.UtcTicks), new Vector<long>(interval.End.UtcTicks));
        var (from, to) = (new Vector<long>(_eventStart[row..]), new Vector<long>(_eventEnd[row..]));
        var said = new Vector<long>(_observedAt[row..]);
        var happened = Vector.LessThan(from, end) & Vector.LessThan(start, to) & ~Vector.Equals(to, Vector<long>.Zero);
        return happened | (Vector.GreaterThanOrEqual(said, start) & Vector.LessThan(said, end));
    }

    private bool Overlaps(int row, TimeInterval interval)
    {
        var (start, end) = (interval.Start.UtcTicks, interval.End.UtcTicks);
        return (_eventEnd[row] != 0 && _eventStart[row] < end && start < _eventEnd[row]) || (_observedAt[row] >= start && _observedAt[row] < end)
            || (_more.TryGetValue(row, out var more) && Overlap(more, interval));
    }

    private static bool Overlap((long Start, long End)[] times, TimeInterval interval)
    {
        foreach (var (start, end) in times)
        {
            if (start < interval.End.UtcTicks && interval.Start.UtcTicks < end)
            {
                return true;
            }
        }

        return false;
    }

    // In a stretch longer than its period it comes anyway; that tells nothing.
    private bool ComesIn(int row, QueryTime time) =>
        !_recurrences.IsEmpty
        && _recurrences[row] is { } rule
        && time.Interval.Length <= TimeSpan.FromDays(rule.PeriodDays)
        && rule.OccursIn(time.Interval, time.Recurring);
}
