using System.Numerics;
using System.Runtime.InteropServices;

namespace Remanence.Search.Ranking;

/// <summary>What speaks for a memory besides its own words: its neighbours and episode, who said it, when, and how it stands.</summary>
internal readonly ref struct Signals
{
    private readonly SearchOptions _options;
    private readonly RankingWeights _weights;
    private readonly ReadOnlySpan<float> _base;
    private readonly ReadOnlySpan<Traits> _traits;
    private readonly ReadOnlySpan<int> _speakers;
    private readonly ReadOnlySpan<float> _standing;
    private readonly ReadOnlySpan<long> _observedAt;
    private readonly ReadOnlySpan<float> _bySpeaker;
    private readonly ReadOnlySpan<float> _byTraits;
    private readonly ContextSignal _context;
    private readonly TimeSignal _time;
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
        var documents = index.Documents;
        _options = options;
        _weights = options.Weights;
        _base = baseScores;
        _traits = CollectionsMarshal.AsSpan(documents.Traits);
        _speakers = CollectionsMarshal.AsSpan(documents.Speaker);
        _standing = CollectionsMarshal.AsSpan(documents.Standing);
        _observedAt = CollectionsMarshal.AsSpan(documents.ObservedAt);
        _bySpeaker = NamedSpeakers(documents, options, buffers, speakers);
        _byTraits = TraitScores(query, options, buffers);
        _context = options.Context ? new ContextSignal(index.Threads, _traits, _weights, buffers, baseScores) : default;
        _time = new TimeSignal(documents, options.Time ? query.Times : [], _weights.Time, buffers, visible);
        (_oldest, _perTick) = Ages(_observedAt, visible, _weights.Recency);
    }

    /// <summary>Writes the score of each row: its base and the sum of what <see cref="Explain"/> names.</summary>
    public void Fill(Span<float> scores)
    {
        _base.CopyTo(scores);
        if (_options.Context)
        {
            _context.AddTo(scores);
        }

        _time.AddTo(scores);
        AddPeople(scores);
        AddAgeAndStanding(scores);
    }

    public void Explain(int row, Dictionary<string, double> components)
    {
        if (_options.Context)
        {
            Add(components, "neighbours", _context.Near(row));
            Add(components, "episode", _context.Episode(row));
        }

        Add(components, "speaker", Speaker(row));
        Add(components, "form", Form(row));
        Add(components, "time", _time[row]);
        Add(components, "recency", Recency(row));
        Add(components, "standing", Standing(row));
    }

    public IReadOnlyList<string> MatchedTimes(int row) => _time.Matched(row);

    private static void Add(Dictionary<string, double> components, string name, float value)
    {
        if (value != 0)
        {
            components[name] = value;
        }
    }

    private float Speaker(int row) => _bySpeaker[_speakers[row] + 1];

    private float Form(int row) => _byTraits[(int)_traits[row]];

    private float Recency(int row) => (float)((_observedAt[row] - _oldest) * _perTick);

    private float Standing(int row) => _weights.Standing * _standing[row];

    // Each pass holds its columns in locals: the fields of a struct are read again for each row.
    private void AddPeople(Span<float> scores)
    {
        var bySpeaker = _bySpeaker;
        var speakers = _speakers;
        var byTraits = _byTraits;
        var traits = _traits;
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] += bySpeaker[speakers[row] + 1] + byTraits[(int)traits[row]];
        }
    }

    private void AddAgeAndStanding(Span<float> scores)
    {
        var oldest = new Vector<long>(_oldest);
        var row = 0;
        for (; row <= scores.Length - Vector<float>.Count; row += Vector<float>.Count)
        {
            var first = Vector.ConvertToDouble(new Vector<long>(_observedAt[row..]) - oldest) * _perTick;
            var second = Vector.ConvertToDouble(new Vector<long>(_observedAt[(row + Vector<long>.Count)..]) - oldest) * _perTick;
            var standing = new Vector<float>(_standing[row..]) * _weights.Standing;
            (new Vector<float>(scores[row..]) + Vector.Narrow(first, second) + standing).CopyTo(scores[row..]);
        }

        for (; row < scores.Length; row++)
        {
            scores[row] += Recency(row) + Standing(row);
        }
    }

    // By speaker's number plus one, so that nobody has a place too.
    private static ReadOnlySpan<float> NamedSpeakers(DocumentTable documents, SearchOptions options, ScoreBuffers buffers, SpokenNames speakers)
    {
        var scores = buffers.Floats(documents.Speakers.Count + 1);
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

    // The latest memory gains the weight, the oldest nothing.
    private static (long Oldest, double PerTick) Ages(ReadOnlySpan<long> observedAt, ReadOnlySpan<byte> visible, float weight)
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

        return latest > oldest ? (oldest, weight / (double)(latest - oldest)) : (oldest, 0);
    }
}
