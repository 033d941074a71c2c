using System.Runtime.InteropServices;

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
    private readonly ReadOnlySpan<byte> _namedSpeakers;
    private readonly long _oldest;
    private readonly double _perTick;

    public Signals(
        WorkspaceIndex index, SearchQuery query, SearchOptions options, ScoreBuffers buffers, ReadOnlySpan<byte> visible, ReadOnlySpan<float> baseScores)
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
        _episodeScores = options.Context ? EpisodeScores.Fill(buffers.Floats(index.Threads.EpisodeCount), buffers, _episodes, baseScores) : [];
        _namedSpeakers = options.People ? NamedSpeakers(index, query, buffers) : [];
        (_oldest, _perTick) = Ages(_observedAt, visible);
    }

    /// <summary>The score of a row, the sum of what <see cref="Explain"/> names and its base.</summary>
    public float Score(int row) =>
        _base[row] + NearScore(row) + EpisodeScore(row) + PeopleScore(row) + TimeScore(row) + FormScore(row) + RecencyScore(row)
        + (_weights.Standing * _standing[row]);

    public void Explain(int row, Dictionary<string, double> components)
    {
        Add(components, "neighbours", NearScore(row));
        Add(components, "episode", EpisodeScore(row));
        Add(components, "people", PeopleScore(row));
        Add(components, "time", TimeScore(row));
        Add(components, "form", FormScore(row));
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

    private float PeopleScore(int row)
    {
        if (!_options.People)
        {
            return 0;
        }

        var named = _speakers[row] is >= 0 and var speaker && _namedSpeakers[speaker] != 0;
        return (named ? _weights.Speaker : 0) + (_traits[row].HasFlag(Traits.ByUser) ? _weights.UserRole : 0);
    }

    private float TimeScore(int row)
    {
        if (!_options.Time)
        {
            return 0;
        }

        var score = _query.AsksWhen && _traits[row].HasFlag(Traits.HasTime) ? _weights.HasTime : 0;
        foreach (var time in _query.Times)
        {
            if (Overlaps(row, time))
            {
                return score + _weights.Time;
            }
        }

        return score;
    }

    private float FormScore(int row)
    {
        var traits = _traits[row];
        return (traits.HasFlag(Traits.Asks) ? -_weights.Question : 0) + (traits.HasFlag(Traits.SaysLittle) ? -_weights.Short : 0);
    }

    private float RecencyScore(int row) => _weights.Recency * (float)((_observedAt[row] - _oldest) * _perTick);

    private bool Overlaps(int row, QueryTime time)
    {
        var (start, end) = (time.Interval.Start.UtcTicks, time.Interval.End.UtcTicks);
        return _eventEnd[row] != 0 && _eventStart[row] < end && start < _eventEnd[row] || (_observedAt[row] >= start && _observedAt[row] < end);
    }

    private static ReadOnlySpan<byte> NamedSpeakers(WorkspaceIndex index, SearchQuery query, ScoreBuffers buffers)
    {
        var named = buffers.Bytes(index.Documents.Speakers.Count);
        foreach (var term in query.Terms)
        {
            foreach (var speaker in index.Names.Find(term.Term) ?? new HashSet<int>())
            {
                named[speaker] = 1;
            }
        }

        return named;
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
