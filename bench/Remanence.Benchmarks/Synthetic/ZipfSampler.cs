namespace Remanence.Benchmarks.Synthetic;

/// <summary>Draws ranks from 0 so that rank r comes up in proportion to 1 / (r + 1), as words do in any language.</summary>
internal sealed class ZipfSampler
{
    private readonly double[] _cumulative;

    public ZipfSampler(int ranks)
    {
        _cumulative = new double[ranks];
        var sum = 0.0;
        for (var i = 0; i < ranks; i++)
        {
            sum += 1.0 / (i + 1);
            _cumulative[i] = sum;
        }
    }

    public int Next(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Math.Min(at < 0 ? ~at : at + 1, _cumulative.Length - 1);
    }
}
