using FsCheck.Fluent;
using Remanence.Text.Tokens;

namespace Remanence.Tests.Search;

public sealed class PassagesTests
{
    [Fact]
    public void Passages_cover_the_text_without_overlap_and_cut_no_character()
    {
        var pieces = Gen.Elements("word ", "sentence. ", "\n\n", "𠮷", "。", "x", "\n", "longer-than-most-words ");
        Prop.ForAll(Gen.ArrayOf(pieces, 600).ToArbitrary(), parts =>
        {
            var text = string.Concat(parts);
            var passages = Passages.Split(text);
            string.Concat(passages.Select(range => text[range])).ShouldBe(text);
            foreach (var range in passages)
            {
                var passage = text[range];
                passage.Length.ShouldBeInRange(1, Passages.TargetLength);
                char.IsLowSurrogate(passage[0]).ShouldBeFalse();
            }
        }).Hold();
    }

    [Fact]
    public void A_short_text_is_one_passage() => Passages.Split("short").ShouldBe([0..5]);

    [Fact]
    public void An_empty_text_is_one_empty_passage() => Passages.Split("").ShouldBe([0..0]);

    [Fact]
    public void A_paragraph_ends_a_passage()
    {
        var first = new string('a', 300);
        var text = first + "\n\n" + new string('b', 500);
        text[Passages.Split(text)[0]].TrimEnd().ShouldBe(first);
    }
}
