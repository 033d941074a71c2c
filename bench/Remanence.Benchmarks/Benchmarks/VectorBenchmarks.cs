using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;
using Remanence.Search.Vectors;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>The ten nearest of all vectors, exactly.</summary>
[MemoryDiagnoser]
public class VectorBenchmarks
{
    private const int Top = 10;
    private readonly float[][] _questions = Corpus.QuestionVectors(100);
    private TopRows _rows = new(new VectorIndex(1));
    private int _next;

    [Params(10_000, 100_000)]
    public int Vectors { get; set; }

    [GlobalSetup]
    public void Setup() => _rows = new TopRows(Corpus.Vectors(Vectors));

    [Benchmark(Baseline = true)]
    public int[] ScanFloat() => _rows.ByFloat(NextQuestion(), Top);

    [Benchmark]
    public int[] ScanInt8() => _rows.ByInt8(NextQuestion(), Top);

    private float[] NextQuestion() => _questions[_next++ % _questions.Length];
}
