namespace Remanence.Evaluation.Statistics;

/// <summary>A mean and where, with 95 % confidence, it lies.</summary>
/// <param name="Value">The mean.</param>
/// <param name="Low">The interval's lower end; null where the data allow none.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Method">How the interval was found: <c>wilson</c> or <c>bootstrap</c>; null where there is none.</param>
internal sealed record Estimate(double Value, double? Low, double? High, string? Method)
{
    public const string Wilson = "wilson";
    public const string Bootstrap = "bootstrap";

    private const int Resamples = 10_000;

    // The 97.5 % quantile of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>
    /// The mean over tasks, each of which gives one value. Where every value is 0 or 1 the interval is Wilson's; else the percentile interval of 10,000
    /// resamples of the tasks, drawn from a fixed seed.
    /// </summary>
    public static Estimate Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return new Estimate(0, null, null, null);
        }

        return values.All(value => value is 0 or 1) ? Proportion(values.Count(value => value is 1), values.Count) : Mean(values);
    }

    /// <summary>A share of independent trials, with Wilson's score interval.</summary>
    public static Estimate Proportion(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        var share = (double)successes / trials;
        var square = Z * Z / trials;
        var centre = (share + (square / 2)) / (1 + square);
        var reach = Z / (1 + square) * Math.Sqrt((share * (1 - share) / trials) + (square / 4 / trials));
        return new Estimate(share, Math.Max(0, centre - reach), Math.Min(1, centre + reach), Wilson);
    }

    /// <summary>A mean of any values, with the bootstrap's interval; none for a single value.</summary>
    public static Estimate Mean(IReadOnlyCollection<double> values)
    {
        // Sorted, so that the order of a file does not change the draws.
        double[] sorted = [.. values.Order()];
        var mean = sorted.Average();
        if (sorted.Length < 2)
        {
            return new Estimate(mean, null, null, null);
        }

        var random = SeededRandom.Named("bootstrap");
        var means = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < sorted.Length; j++)
            {
                sum += sorted[random.Next(sorted.Length)];
            }

            means[i] = sum / sorted.Length;
        }

        Array.Sort(means);
        return new Estimate(mean, means[(int)(Resamples * 0.025)], means[(int)(Resamples * 0.975) - 1], Bootstrap);
    }
}
