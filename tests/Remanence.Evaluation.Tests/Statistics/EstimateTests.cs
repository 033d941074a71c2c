namespace Remanence.Evaluation.Statistics;

public sealed class EstimateTests
{
    // Wilson's interval as tables and other programs give it.
    [Theory]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(66, 100, 0.5628, 0.7454)]
    public void A_share_has_wilsons_interval(int successes, int trials, double low, double high)
    {
        var estimate = Estimate.Of([.. Enumerable.Range(0, trials).Select(i => i < successes ? 1.0 : 0.0)]);

        estimate.Value.ShouldBe((double)successes / trials, 1e-12);
        estimate.Low!.Value.ShouldBe(low, 0.0001);
        estimate.High!.Value.ShouldBe(high, 0.0001);
        estimate.Method.ShouldBe("wilson");
    }

    [Fact]
    public void Other_values_have_a_bootstrap_that_their_order_does_not_change()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i % 5 / 4.0)];

        var estimate = Estimate.Of(values);

        // The mean's standard error is √(0.125/100) ≈ 0.0354.
        estimate.Value.ShouldBe(0.5, 1e-12);
        estimate.Low!.Value.ShouldBe(0.5 - (1.96 * 0.0354), 0.005);
        estimate.High!.Value.ShouldBe(0.5 + (1.96 * 0.0354), 0.005);
        estimate.Method.ShouldBe("bootstrap");
        Estimate.Of([.. values.Reverse()]).ShouldBe(estimate);
    }

    [Fact]
    public void One_value_has_no_interval() => Estimate.Of([0.5]).ShouldBe(new Estimate(0.5, null, null, null));
}
