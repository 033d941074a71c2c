using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Synthetic;
using Remanence.Models.BuiltIn;
using Remanence.Search;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>A message's vector, and all that the index needs of it, the mean over many.</summary>
[MemoryDiagnoser]
public class EmbedderBenchmarks
{
    private const int Texts = 1_000;
    private readonly float[] _vector = new float[StaticEmbedder.Shared.Dimensions];
    private readonly MemoryAnalyzer _analyzer = new(StaticEmbedder.Shared);
    private Memories.Memory[] _memories = [];

    [GlobalSetup]
    public void Setup() => _memories = [.. Corpus.Analyzed(Texts).Select(analyzed => analyzed.Memory)];

    [Benchmark(OperationsPerInvoke = Texts)]
    public float Embed()
    {
        var sum = 0f;
        foreach (var memory in _memories)
        {
            StaticEmbedder.Shared.Embed(memory.Content, _vector);
            sum += _vector[0];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Texts)]
    public int Analyze()
    {
        var terms = 0;
        foreach (var memory in _memories)
        {
            terms += _analyzer.Analyze(memory).Terms[0].Length;
        }

        return terms;
    }
}
