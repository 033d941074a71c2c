namespace Remanence.Evaluation;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_bits_are_split_mix64s()
    {
        // The first outputs of the reference implementation (prng.di.unimi.it/splitmix64.c) from state 0.
        var random = new SeededRandom(0);

        random.NextBits().ShouldBe(0xE220A8397B1DCDAFUL);
        random.NextBits().ShouldBe(0x6E789E6AA1B965F4UL);
        random.NextBits().ShouldBe(0x06C45D188009454FUL);
    }

    [Fact]
    public void Names_give_streams_of_their_own()
    {
        SeededRandom.Named("a").NextBits().ShouldBe(SeededRandom.Named("a").NextBits());
        SeededRandom.Named("a").NextBits().ShouldNotBe(SeededRandom.Named("b").NextBits());
    }

    [Fact]
    public void Next_reaches_every_number_about_as_often()
    {
        var random = SeededRandom.Named("next");
        var counts = new int[3];
        for (var i = 0; i < 30_000; i++)
        {
            counts[random.Next(3)]++;
        }

        counts.ShouldAllBe(count => count > 9_700 && count < 10_300);
    }
}
