using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Synthetic;
using Remanence.Search.Lexical;
using Remanence.Text.Tokens;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>BM25 of all passages for a question, the mean over many questions.</summary>
[MemoryDiagnoser]
public class LexicalBenchmarks
{
    private const int Questions = 100;
    private readonly List<string[]> _questions = [];
    private LexicalIndex _index = new();
    private byte[] _visible = [];
    private float[] _scores = [];

    [Params(10_000, 100_000)]
    public int Memories { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _index = new LexicalIndex();
        foreach (var terms in Corpus.Terms(Memories))
        {
            _index.Add(terms);
        }

        _visible = new byte[Memories];
        _visible.AsSpan().Fill(1);
        _scores = new float[Memories];
        _questions.Clear();
        foreach (var question in Corpus.Questions(Questions))
        {
            var terms = new HashSet<string>(StringComparer.Ordinal);
            Tokenizer.Tokenize(question, term => terms.Add(term.ToString()));
            _questions.Add([.. terms]);
        }
    }

    [Benchmark(OperationsPerInvoke = Questions)]
    public float Score()
    {
        var sum = 0f;
        foreach (var question in _questions)
        {
            _scores.AsSpan().Clear();
            var statistics = _index.Statistics(_visible, 1.2f, 0.75f);
            foreach (var term in question)
            {
                if (_index.Find(term) is { } postings)
                {
                    _index.Score(postings, 1, statistics, _visible, _scores);
                }
            }

            sum += _scores[0];
        }

        return sum;
    }
}
