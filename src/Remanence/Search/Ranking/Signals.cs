using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Time;

namespace Remanence.Search.Ranking;

/// <summary>What speaks for a memory besides its own words: its neighbours and episode, who said it, when, and how it stands.</summary>
internal readonly ref struct Signals
{
    private readonly SearchQuery _query;
    private readonly SearchOptions _options;
    private readonly RankingWeights _weights;
    private readonly ReadOnlySpan<float> _base;
    private readonly ReadOnlySpan<int> _previous;
    private readonly ReadOnlySpan<int> _next;
    private readonly ReadOnlySpan<int> _episodes;
    private readonly ReadOnlySpan<float> _episodeScores;
    private readonly ReadOnlySpan<Traits> _traits;
    private readonly ReadOnlySpan<int> _speakers;
    private readonly ReadOnlySpan<float> _standing;
    private readonly ReadOnlySpan<long> _observedAt;
    private readonly ReadOnlySpan<long> _eventStart;
    private readonly ReadOnlySpan<long> _eventEnd;
    private readonly ReadOnlySpan<float> _bySpeaker;
    private readonly ReadOnlySpan<float> _byTraits;
    private readonly ReadOnlySpan<Recurrence?> _recurrences;
    private readonly ReadOnlySpan<float> _byTime;
    private readonly long _oldest;
    private readonly double _perTick;

    public Signals(
        WorkspaceIndex index,
        SearchQuery query,
        SearchOptions options,
        ScoreBuffers buffers,
        ReadOnlySpan<byte> visible,
        ReadOnlySpan<float> baseScores,
        SpokenNames speakers)
    {
        _query = query;
        _options = options;
        _weights = options.Weights;
        _base = baseScores;
        _previous = index.Threads.Previous;
        _next = index.Threads.Next;
        _episodes = index.Threads.Episodes;
        _traits = CollectionsMarshal.AsSpan(index.Documents.Traits);
        _speakers = CollectionsMarshal.AsSpan(index.Documents.Speaker);
        _standing = CollectionsMarshal.AsSpan(index.Documents.Standing);
        _observedAt = CollectionsMarshal.AsSpan(index.Documents.ObservedAt);
        _eventStart = CollectionsMarshal.AsSpan(index.Documents.EventStart);
        _eventEnd = CollectionsMarshal.AsSpan(index.Documents.EventEnd);
        _recurrences = index.Documents.HasRecurrences ? CollectionsMarshal.AsSpan(index.Documents.Recurrences) : [];
        _episodeScores = options.Context ? EpisodeScores.Fill(buffers.Floats(index.Threads.EpisodeCount), buffers, _episodes, baseScores) : [];
        _bySpeaker = NamedSpeakers(index, options, buffers, speakers);
        _byTraits = TraitScores(query, options, buffers);
        _byTime = TimeScores(buffers, visible);
        (_oldest, _perTick) = Ages(_observedAt, visible);
    }

    /// <summary>The score of a row, the sum of what <see cref="Explain"/> names and its base. This runs for every visible memory.</summary>
    public float Score(int row) =>
        _base[row] + NearScore(row) + EpisodeScore(row) + _bySpeaker[_speakers[row] + 1] + _byTraits[(int)_traits[row]] + RecencyScore(row)
        + (_weights.Standing * _standing[row]) + (_byTime.IsEmpty ? 0 : TimeScore(row));

    public void Explain(int row, Dictionary<string, double> components)
    {
        Add(components, "neighbours", NearScore(row));
        Add(components, "episode", EpisodeScore(row));
        Add(components, "speaker", _bySpeaker[_speakers[row] + 1]);
        Add(components, "form", _byTraits[(int)_traits[row]]);
        Add(components, "time", TimeScore(row));
        Add(components, "recency", RecencyScore(row));
        Add(components, "standing", _weights.Standing * _standing[row]);
    }

    public IReadOnlyList<string> MatchedTimes(int row)
    {
        var matched = new List<string>();
        foreach (var time in _options.Time ? _query.Times : [])
        {
            if (Overlaps(row, time))
            {
                matched.Add(time.Text);
            }
        }

        return matched;
    }

    private static void Add(Dictionary<string, double> components, string name, float value)
    {
        if (value != 0)
        {
            components[name] = value;
        }
    }

    private float NearScore(int row)
    {
        if (!_options.Context)
        {
            return 0;
        }

        var score = 0f;
        if (_previous[row] is >= 0 and var before)
        {
            score += (_weights.Near + (_traits[before].HasFlag(Traits.Asks) ? _weights.Answer : 0)) * _base[before];
            score += _previous[before] is >= 0 and var further ? _weights.Far * _base[further] : 0;
        }

        if (_next[row] is >= 0 and var after)
        {
            score += _weights.Near * _base[after];
            score += _next[after] is >= 0 and var further ? _weights.Far * _base[further] : 0;
        }

        return score;
    }

    private float EpisodeScore(int row) => _options.Context && _episodes[row] is >= 0 and var episode ? _weights.Episode * _episodeScores[episode] : 0;

    private float TimeScore(int row)
    {
        var score = 0f;
        for (var i = 0; i < _byTime.Length; i++)
        {
            if (_byTime[i] > score && Overlaps(row, _query.Times[i]))
            {
                score = _byTime[i];
            }
        }

        return score;
    }

    // A time that nearly everything overlaps tells nothing apart.
    private ReadOnlySpan<float> TimeScores(ScoreBuffers buffers, ReadOnlySpan<byte> visible)
    {
        if (!_options.Time || _query.Times.Count == 0)
        {
            return [];
        }

        var scores = buffers.Floats(_query.Times.Count);
        for (var i = 0; i < scores.Length; i++)
        {
            var (seen, inside) = (0, 0);
            for (var row = 0; row < visible.Length; row++)
            {
                seen += visible[row];
                inside += visible[row] != 0 && Overlaps(row, _query.Times[i]) ? 1 : 0;
            }

            scores[i] = _weights.Time * (1 - (inside / (float)(seen + 1)));
        }

        return scores;
    }

    private float RecencyScore(int row) => _weights.Recency * (float)((_observedAt[row] - _oldest) * _perTick);

    private bool Overlaps(int row, QueryTime time)
    {
        var (start, end) = (time.Interval.Start.UtcTicks, time.Interval.End.UtcTicks);
        return _eventEnd[row] != 0 && _eventStart[row] < end && start < _eventEnd[row] || (_observedAt[row] >= start && _observedAt[row] < end)
            || (!_recurrences.IsEmpty && _recurrences[row] is { } rule && ComesIn(rule, time.Interval));
    }

    // In a stretch longer than its period it comes anyway; that tells nothing.
    private static bool ComesIn(Recurrence rule, TimeInterval interval) =>
        interval.Length <= TimeSpan.FromDays(rule.PeriodDays) && rule.OccursIn(interval);

    // By speaker's number plus one, so that nobody has a place too.
    private static ReadOnlySpan<float> NamedSpeakers(WorkspaceIndex index, SearchOptions options, ScoreBuffers buffers, SpokenNames speakers)
    {
        var scores = buffers.Floats(index.Documents.Speakers.Count + 1);
        foreach (var speaker in speakers.Speakers)
        {
            scores[speaker + 1] = options.Weights.Speaker;
        }

        return scores;
    }

    private static ReadOnlySpan<float> TraitScores(SearchQuery query, SearchOptions options, ScoreBuffers buffers)
    {
        var weights = options.Weights;
        var scores = buffers.Floats((int)Traits.All + 1);
        for (var i = 0; i < scores.Length; i++)
        {
            var traits = (Traits)i;
            scores[i] = (options.People ? RoleScore(query, weights, traits) : 0)
                + (options.Time && query.AsksWhen && traits.HasFlag(Traits.HasTime) ? weights.HasTime : 0)
                - (traits.HasFlag(Traits.Asks) ? weights.Question : 0)
                - (traits.HasFlag(Traits.SaysLittle) ? weights.Short : 0);
        }

        return scores;
    }

    private static float RoleScore(SearchQuery query, RankingWeights weights, Traits traits)
    {
        if (!traits.HasFlag(Traits.ByAssistant))
        {
            return 0;
        }

        return query.AsksAssistant ? weights.Speaker : traits.HasFlag(Traits.Long) ? -weights.Lecture : 0;
    }

    private static (long Oldest, double PerTick) Ages(ReadOnlySpan<long> observedAt, ReadOnlySpan<byte> visible)
    {
        var (oldest, latest) = (long.MaxValue, long.MinValue);
        for (var row = 0; row < visible.Length; row++)
        {
            if (visible[row] != 0)
            {
                oldest = Math.Min(oldest, observedAt[row]);
                latest = Math.Max(latest, observedAt[row]);
            }
        }

        return latest > oldest ? (oldest, 1.0 / (latest - oldest)) : (oldest, 0);
    }
}
