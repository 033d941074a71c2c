using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Synthetic;
using Remanence.Models.BuiltIn;
using Remanence.Text.Tokens;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>A message's vector and its words, the mean over many.</summary>
[MemoryDiagnoser]
public class EmbedderBenchmarks
{
    private const int Texts = 1_000;
    private readonly float[] _vector = new float[StaticEmbedder.Shared.Dimensions];
    private string[] _texts = [];

    [GlobalSetup]
    public void Setup() => _texts = [.. Corpus.Messages(Texts).Select(message => message.Content)];

    [Benchmark(OperationsPerInvoke = Texts)]
    public float Embed()
    {
        var sum = 0f;
        foreach (var text in _texts)
        {
            StaticEmbedder.Shared.Embed(text, _vector);
            sum += _vector[0];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Texts)]
    public int Tokenize()
    {
        var terms = 0;
        foreach (var text in _texts)
        {
            Tokenizer.Tokenize(text, _ => terms++);
        }

        return terms;
    }
}
