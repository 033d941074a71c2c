using System.Runtime.InteropServices;

namespace Remanence.Search.Lexical;

/// <summary>
/// An inverted index over passages, scored by BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", equation 3.15) with the
/// statistics of the passages that a question may see, so that one user's words do not weigh another's. Not thread-safe.
/// </summary>
internal sealed class LexicalIndex
{
    private const int LookUpBelow = 32;
    private readonly Dictionary<string, int> _termIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _termIdsBySpan;
    private readonly List<PostingList> _postings = [];
    private int[] _lengths = new int[16];
    private long _length;

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
        _length += passage.Length;
    }

    public PostingList? Find(ReadOnlySpan<char> term) => _termIdsBySpan.TryGetValue(term, out var id) ? _postings[id] : null;

    /// <summary>The statistics of the visible passages.</summary>
    public CorpusStatistics Statistics(ReadOnlySpan<byte> visible, float k1, float b)
    {
        var count = visible.Count((byte)1);
        return new CorpusStatistics(count, AverageLength(visible, count), k1, b);
    }

    /// <summary>Adds one term's BM25 to the scores of the visible passages.</summary>
    /// <param name="postings">The term.</param>
    /// <param name="weight">What the term counts in the query.</param>
    /// <param name="statistics">The corpus of this question.</param>
    /// <param name="visible">1 for each passage that may be seen, else 0.</param>
    /// <param name="scores">One for each passage.</param>
    public void Score(PostingList postings, float weight, in CorpusStatistics statistics, ReadOnlySpan<byte> visible, Span<float> scores)
    {
        // Of a long list, the few that a question may see are looked up.
        var few = statistics.Passages < postings.Count / LookUpBelow ? Positions(postings.Passages, visible) : null;
        var documents = few?.Count ?? (statistics.Passages == Count ? postings.Count : CountVisible(postings.Passages, visible));
        if (documents == 0)
        {
            return;
        }

        var idf = (float)Math.Log(1 + ((statistics.Passages - documents + 0.5) / (documents + 0.5)));
        var factor = weight * idf * (statistics.K1 + 1);
        var constant = statistics.K1 * (1 - statistics.B);
        var slope = (float)(statistics.K1 * statistics.B / statistics.AverageLength);
        var passages = postings.Passages;
        var frequencies = postings.Frequencies;
        if (few is not null)
        {
            foreach (var i in few)
            {
                scores[passages[i]] += factor * Saturated(frequencies[i], constant + (slope * _lengths[passages[i]]));
            }

            return;
        }

        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            scores[passage] += visible[passage] * factor * Saturated(frequencies[i], constant + (slope * _lengths[passage]));
        }
    }

    private static float Saturated(float frequency, float length) => frequency / (frequency + length);

    private static List<int> Positions(ReadOnlySpan<int> passages, ReadOnlySpan<byte> visible)
    {
        var positions = new List<int>();
        for (var passage = 0; visible[passage..].IndexOf((byte)1) is >= 0 and var next; passage++)
        {
            passage += next;
            if (passages.BinarySearch(passage) is >= 0 and var position)
            {
                positions.Add(position);
            }
        }

        return positions;
    }

    private static int CountVisible(ReadOnlySpan<int> passages, ReadOnlySpan<byte> visible)
    {
        var count = 0;
        foreach (var passage in passages)
        {
            count += visible[passage];
        }

        return count;
    }

    private double AverageLength(ReadOnlySpan<byte> visible, int count)
    {
        var sum = _length;
        if (count < Count)
        {
            sum = 0;
            for (var i = 0; i < visible.Length; i++)
            {
                sum += visible[i] * _lengths[i];
            }
        }

        return count == 0 ? 1 : Math.Max(1, sum / (double)count);
    }
}
