using System.Runtime.InteropServices;

namespace Remanence.Search.Ranking;

/// <summary>
/// One search over one index, from the question to the ranking: what may be seen, words, vectors, their fusion into a base score, and the signals
/// around a message. Every visible memory is scored; nothing is pruned before it.
/// </summary>
internal readonly ref struct Ranker(WorkspaceIndex index, SearchQuery query, SearchOptions options, GivenScores? given = null)
{
    private const int MinimumCandidates = 64;
    private readonly RankingWeights _weights = options.Weights;

    /// <summary>Searches; nobody writes to the index meanwhile.</summary>
    /// <param name="index">The index.</param>
    /// <param name="query">The question.</param>
    /// <param name="options">What search is made of.</param>
    /// <param name="given">Scores from elsewhere, for an index of candidates.</param>
    /// <returns>Null when the question is in another external space than the index, which may change at any time: to be read anew.</returns>
    public static RankedMemory[]? Search(WorkspaceIndex index, SearchQuery query, SearchOptions options, GivenScores? given = null) => index.Read(
        (query, options, given),
        static (index, asked) => asked.given is null && asked.query.External is { } external && external.Space != index.ExternalSpace
            ? null
            : new Ranker(index, asked.query, asked.options, asked.given).Rank());

    private RankedMemory[] Rank()
    {
        var count = index.Documents.Count;
        if (count == 0)
        {
            return [];
        }

        using var buffers = new ScoreBuffers();
        var visible = buffers.Bytes(count);
        var seen = new Visibility(index.Documents, index.Rows, query).Fill(visible);
        if (query.LeastShared > 0)
        {
            seen = SharedTerms.Keep(index, query, buffers, visible);
        }

        if (seen == 0)
        {
            return [];
        }

        var lexical = buffers.Floats(count);
        var cosines = buffers.Floats(count);
        var speakers = new SpokenNames(index, query, options, visible);
        ScorePassages(buffers, visible, seen, speakers, lexical, cosines);
        if (seen < count)
        {
            // A scan of all rows is faster than one of most; what it found where the asker may not look must not set the scale either.
            for (var row = 0; row < count; row++)
            {
                cosines[row] *= visible[row];
            }
        }

        given?.PutLexical(index.Documents.Ids, visible, lexical);
        var external = External(visible, buffers, cosines);
        var baseScores = buffers.Floats(count);
        var fusion = new Fusion(_weights, options, lexical, cosines, !external.IsEmpty);
        fusion.Fill(baseScores);
        var signals = new Signals(index, query, options, buffers, visible, baseScores, speakers);
        var scores = buffers.Floats(count);
        signals.Fill(scores);
        var candidates = BestRows.Of(scores, visible, Math.Max(MinimumCandidates, query.TopK + (query.TopK / 2)));
        return Render(candidates, fusion, signals, lexical, cosines, external);
    }

    // The external cosines, put in the place of the built-in ones; none where the question is not in an external space.
    private Span<float> External(ReadOnlySpan<byte> visible, ScoreBuffers buffers, Span<float> cosines)
    {
        if (!options.Vector || query.External is not { } asked)
        {
            return [];
        }

        if (given is null)
        {
            return index.Space is { } space ? SpaceScores.Replace(space, asked.Vector, visible, buffers, cosines) : [];
        }

        var found = given.Cosines(index.Documents.Ids, buffers);
        SpaceScores.Align(found, visible, cosines);
        return found;
    }

    private void ScorePassages(
        ScoreBuffers buffers, ReadOnlySpan<byte> visible, int seen, SpokenNames speakers, Span<float> lexical, Span<float> cosines)
    {
        var passages = index.Lexical.Count;
        var first = index.Documents.FirstPassages;
        var single = passages == first.Length;
        var mask = visible;
        if (!single)
        {
            var byPassage = buffers.Bytes(passages);
            for (var row = 0; row < first.Length; row++)
            {
                byPassage[first[row]..PassageEnd(first, row, passages)].Fill(visible[row]);
            }

            mask = byPassage;
        }

        if (options.Lexical)
        {
            var scores = single ? lexical : buffers.Floats(passages);
            ScoreTerms(mask, speakers, scores);
            if (!single)
            {
                BestOfPassages(first, scores, lexical);
            }
        }

        if (options.Vector && query.Vector.AsSpan().ContainsAnyExcept(0f))
        {
            var scores = single ? cosines : buffers.Floats(passages);
            if (seen > first.Length / 2)
            {
                index.Vectors.ScanInt8(query.Vector, scores);
            }
            else
            {
                index.Vectors.ScanInt8(query.Vector, mask, scores);
            }

            if (!single)
            {
                BestOfPassages(first, scores, cosines);
            }
        }
    }

    private void ScoreTerms(ReadOnlySpan<byte> mask, SpokenNames speakers, Span<float> scores)
    {
        var statistics = index.Lexical.Statistics(mask, _weights.K1, _weights.B);
        foreach (var term in query.Terms)
        {
            if (index.Lexical.Find(term.Term) is { } postings)
            {
                // A name that speaks here says who, not what; messages are full of it as an address.
                var weight = speakers.IsName(term.Term) ? term.Weight * _weights.SpokenName : term.Weight;
                index.Lexical.Score(postings, weight, statistics, mask, scores);
            }
        }
    }

    private static void BestOfPassages(ReadOnlySpan<int> first, ReadOnlySpan<float> scores, Span<float> documents)
    {
        for (var row = 0; row < first.Length; row++)
        {
            var best = float.MinValue;
            foreach (var score in scores[first[row]..PassageEnd(first, row, scores.Length)])
            {
                best = Math.Max(best, score);
            }

            documents[row] = best;
        }
    }

    private RankedMemory[] Render(
        List<(int Row, float Score)> candidates,
        in Fusion fusion,
        in Signals signals,
        ReadOnlySpan<float> lexical,
        Span<float> cosines,
        ReadOnlySpan<float> external)
    {
        var rescored = CollectionsMarshal.AsSpan(candidates);
        if (options.Vector && query.Vector.AsSpan().ContainsAnyExcept(0f))
        {
            foreach (ref var candidate in rescored)
            {
                if (IsExternal(external, candidate.Row))
                {
                    continue;
                }

                var exact = BestCosine(candidate.Row);
                candidate.Score += fusion.VectorPart(exact) - fusion.VectorPart(cosines[candidate.Row]);
                cosines[candidate.Row] = exact;
            }
        }

        Diversity.Reorder(candidates, index.Documents, _weights.Duplicate);
        var results = new RankedMemory[Math.Min(query.TopK, candidates.Count)];
        for (var i = 0; i < results.Length; i++)
        {
            var (row, score) = candidates[i];
            var details = query.Explain ? Explain(row, score, fusion, signals, lexical[row], cosines[row], external) : null;
            results[i] = new RankedMemory(index.Documents.Ids[row], score, index.Documents.TimesOf(row), details);
        }

        return results;
    }

    private static bool IsExternal(ReadOnlySpan<float> external, int row) => !external.IsEmpty && !float.IsNaN(external[row]);

    private float BestCosine(int row)
    {
        var first = index.Documents.FirstPassages;
        var best = float.MinValue;
        for (var passage = first[row]; passage < PassageEnd(first, row, index.Vectors.Count); passage++)
        {
            best = Math.Max(best, Vectors.DotProduct.Float(query.Vector, index.Vectors[passage]));
        }

        return best;
    }

    private RankingDetails Explain(
        int row, float score, in Fusion fusion, in Signals signals, float lexical, float cosine, ReadOnlySpan<float> external)
    {
        var components = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["lexical"] = fusion.LexicalPart(lexical),
            ["vector"] = fusion.VectorPart(cosine),
        };
        signals.Explain(row, components);
        var rest = score - components.Values.Sum();
        if (Math.Abs(rest) > 1e-4)
        {
            components["duplicate"] = rest;
        }

        var first = index.Documents.FirstPassages;
        var (from, to) = (first[row], PassageEnd(first, row, index.Lexical.Count));
        var held = new List<QueryTerm>();
        foreach (var term in query.Terms)
        {
            if (index.Lexical.Find(term.Term) is { } postings && postings.Passages.BinarySearch(from) is var at
                && (at >= 0 || (~at < postings.Count && postings.Passages[~at] < to)))
            {
                held.Add(term);
            }
        }

        var isExternal = IsExternal(external, row);
        return new RankingDetails(
            components,
            MatchedWords.Of(query.Text, held.SelectMany(term => term.Places)),
            MatchScale.Of(query, held, cosine),
            isExternal ? external[row] : cosine,
            signals.MatchedTimes(row),
            isExternal ? query.External!.Space.Name : null);
    }

    private static int PassageEnd(ReadOnlySpan<int> first, int row, int passages) => row + 1 < first.Length ? first[row + 1] : passages;
}
