namespace Remanence.Evaluation;

/// <summary>
/// Random numbers that are the same on every machine and with every runtime, which the framework's generator does not promise: SplitMix64
/// (Steele, Lea and Flood, OOPSLA 2014). Not thread-safe; work that runs side by side takes a generator each, by name.
/// </summary>
/// <param name="seed">Where it begins.</param>
internal sealed class SeededRandom(ulong seed)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private ulong _state = seed;

    /// <summary>A generator for one purpose: names that differ give streams that have nothing to do with each other.</summary>
    /// <param name="name">The purpose, such as <c>0/test/7/0/player</c>.</param>
    public static SeededRandom Named(string name)
    {
        var hash = FnvOffset;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        return new SeededRandom(hash);
    }

    /// <summary>All 64 bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 up to, and without, 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to, and without, <paramref name="count"/>.</summary>
    public int Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)Math.BigMul(NextBits(), (ulong)count, out _);
    }
}
