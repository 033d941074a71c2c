using Remanence.Text.Tokens;

namespace Remanence.Tests.Search;

/// <summary>Pairs from the sample vocabulary that accompanies the published definition of the algorithm.</summary>
public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("consign", "consign")]
    [InlineData("consigned", "consign")]
    [InlineData("consignment", "consign")]
    [InlineData("consistency", "consist")]
    [InlineData("consistently", "consist")]
    [InlineData("consolation", "consol")]
    [InlineData("consolatory", "consolatori")]
    [InlineData("consolingly", "consol")]
    [InlineData("conspicuous", "conspicu")]
    [InlineData("conspiracy", "conspiraci")]
    [InlineData("conspirators", "conspir")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("knavish", "knavish")]
    [InlineData("kneaded", "knead")]
    [InlineData("knightly", "knight")]
    [InlineData("knitting", "knit")]
    [InlineData("knives", "knive")]
    [InlineData("knots", "knot")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("this", "this")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("hopping", "hop")]
    [InlineData("hoped", "hope")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("generously", "generous")]
    [InlineData("communication", "communic")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("proceed", "proceed")]
    [InlineData("adoption", "adopt")]
    [InlineData("relational", "relat")]
    [InlineData("happiness", "happi")]
    [InlineData("say", "say")]
    [InlineData("by", "by")]
    public void Stems(string word, string stem)
    {
        Span<char> buffer = new char[word.Length + 2];
        word.CopyTo(buffer);
        buffer[..EnglishStemmer.Stem(buffer, word.Length)].ToString().ShouldBe(stem);
    }
}
