using System.Runtime.InteropServices;

namespace Remanence.Search.Lexical;

/// <summary>
/// An inverted index over passages, scored by BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", equation 3.15) with the
/// statistics of the passages that a question may see, so that one user's words do not weigh another's. Not thread-safe.
/// </summary>
internal sealed class LexicalIndex
{
    private readonly Dictionary<string, int> _termIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _termIdsBySpan;
    private readonly List<PostingList> _postings = [];
    private int[] _lengths = new int[16];

    public LexicalIndex() => _termIdsBySpan = _termIds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Passages indexed.</summary>
    public int Count { get; private set; }

    /// <summary>All postings, for the estimate of memory.</summary>
    public long PostingCount { get; private set; }

    public int TermCount => _postings.Count;

    public void Add(TermCounts passage)
    {
        if (Count == _lengths.Length)
        {
            Array.Resize(ref _lengths, Count * 2);
        }

        foreach (var (term, frequency) in passage.Terms)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_termIds, term, out var exists);
            if (!exists)
            {
                id = _postings.Count;
                _postings.Add(new PostingList());
            }

            _postings[id].Add(Count, frequency);
        }

        PostingCount += passage.Terms.Length;
        _lengths[Count++] = passage.Length;
    }

    public PostingList? Find(ReadOnlySpan<char> term) => _termIdsBySpan.TryGetValue(term, out var id) ? _postings[id] : null;

    /// <summary>Mean length of the visible passages; 1 when there is none.</summary>
    public double AverageLength(ReadOnlySpan<byte> visible)
    {
        long sum = 0;
        long count = 0;
        for (var i = 0; i < visible.Length; i++)
        {
            sum += visible[i] * _lengths[i];
            count += visible[i];
        }

        return count == 0 ? 1 : Math.Max(1, sum / (double)count);
    }

    /// <summary>Adds one term's BM25 to the scores of the visible passages.</summary>
    /// <param name="postings">The term.</param>
    /// <param name="weight">What the term counts in the query.</param>
    /// <param name="statistics">The corpus of this question.</param>
    /// <param name="visible">1 for each passage that may be seen, else 0.</param>
    /// <param name="scores">One for each passage.</param>
    public void Score(PostingList postings, float weight, in CorpusStatistics statistics, ReadOnlySpan<byte> visible, Span<float> scores)
    {
        var passages = postings.Passages;
        var frequencies = postings.Frequencies;
        var documents = 0;
        foreach (var passage in passages)
        {
            documents += visible[passage];
        }

        if (documents == 0)
        {
            return;
        }

        var idf = (float)Math.Log(1 + ((statistics.Passages - documents + 0.5) / (documents + 0.5)));
        var factor = weight * idf * (statistics.K1 + 1);
        var constant = statistics.K1 * (1 - statistics.B);
        var slope = (float)(statistics.K1 * statistics.B / statistics.AverageLength);
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            float frequency = frequencies[i];
            scores[passage] += visible[passage] * factor * frequency / (frequency + constant + (slope * _lengths[passage]));
        }
    }
}
