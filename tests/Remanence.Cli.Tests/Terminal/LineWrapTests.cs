using FsCheck.Fluent;

namespace Remanence.Cli.Terminal;

public sealed class LineWrapTests
{
    [Fact]
    public void Words_stay_whole() => LineWrap.Wrap("the quick brown fox", 10).ShouldBe(["the quick", "brown fox"]);

    [Fact]
    public void Long_words_are_broken() => LineWrap.Wrap("abcdefghij", 4).ShouldBe(["abcd", "efgh", "ij"]);

    [Fact]
    public void Wide_characters_take_two_columns() => LineWrap.Wrap("你好世界吗", 4).ShouldBe(["你好", "世界", "吗"]);

    [Fact]
    public void Empty_line_stays_a_line() => LineWrap.Wrap(string.Empty, 10).ShouldBe([string.Empty]);

    [Fact]
    public void Nothing_but_spaces_is_lost_and_no_line_is_too_long()
    {
        var cases =
            from words in Gen.Elements("a", "word", "longerword", "你好", "😀", "  ").ListOf()
            from width in Gen.Choose(4, 30)
            select (Text: string.Join(' ', words), Width: width);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var lines = LineWrap.Wrap(c.Text, c.Width).ToList();
            return string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == c.Text.Replace(" ", "", StringComparison.Ordinal)
                && lines.All(line => line.Length <= c.Width);
        }).Hold();
    }
}
