using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Synthetic;
using Remanence.Text.Tokens;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>Terms of a message, the mean over many.</summary>
[MemoryDiagnoser]
public class TokenizerBenchmarks
{
    private const int Texts = 1_000;
    private string[] _texts = [];

    [GlobalSetup]
    public void Setup() => _texts = [.. Corpus.Messages(Texts).Select(message => message.Content)];

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
