namespace Remanence.Benchmarks.Synthetic;

/// <summary>Words, the frequent ones first; drawn with Zipf frequencies.</summary>
internal sealed class WordList(params string[] words)
{
    private readonly ZipfSampler _ranks = new(words.Length);

    public string Next(Random random) => words[_ranks.Next(random)];
}
