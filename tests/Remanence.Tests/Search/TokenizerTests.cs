using FsCheck.Fluent;
using Remanence.Text.Tokens;

namespace Remanence.Tests.Search;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Hiking hikes HIKED", "hike hike hike")]
    [InlineData("Caroline's dog", "carolin dog")]
    [InlineData("don't", "don't")]
    [InlineData("naïve Café", "naiv cafe")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("v2.0 model-3", "v2 0 model 3")]
    [InlineData("我喜欢北京", "我喜 喜欢 欢北 北京")]
    [InlineData("茶", "茶")]
    [InlineData("我 love 北京 coffee", "我 love 北京 coffe")]
    [InlineData("サクラ", "サク クラ")]
    [InlineData("한국어", "한국 국어")]
    [InlineData("", "")]
    [InlineData("!? … •", "")]
    [InlineData("Привет мир", "привет мир")]
    [InlineData("a\u0301b", "ab")]
    public void Splits(string text, string expected) => string.Join(' ', Terms(text)).ShouldBe(expected);

    [Fact]
    public void A_supplementary_ideograph_pairs_like_any_other() => Terms("𠮷野家").ShouldBe(["𠮷野", "野家"]);

    [Fact]
    public void Any_text_gives_bounded_terms_without_white_space()
    {
        Prop.ForAll<string>(text =>
        {
            foreach (var term in Terms(text ?? ""))
            {
                term.Length.ShouldBeInRange(1, 66);
                term.Any(char.IsWhiteSpace).ShouldBeFalse();
            }
        }).Hold();
    }

    [Fact]
    public void Case_does_not_matter() =>
        Prop.ForAll<string>(text =>
                Terms((text ?? "").ToUpperInvariant().ToLowerInvariant())
                    .ShouldBe(Terms((text ?? "").ToLowerInvariant().ToUpperInvariant().ToLowerInvariant())))
            .Hold();

    [Fact]
    public void A_very_long_word_is_cut_not_lost() => Terms(new string('x', 10_000)).ShouldHaveSingleItem().Length.ShouldBe(64);

    private static List<string> Terms(string text)
    {
        var terms = new List<string>();
        Tokenizer.Tokenize(text, term =>
        {
            if (term.Kind != IndexTermKind.Part)
            {
                terms.Add(term.ToString());
            }
        });
        return terms;
    }
}
