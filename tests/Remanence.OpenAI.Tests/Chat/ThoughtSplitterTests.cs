using FsCheck.Fluent;
using Remanence.OpenAI.Chat;

namespace Remanence.OpenAI.Tests.Chat;

public sealed class ThoughtSplitterTests
{
    [Theory]
    [InlineData("plain", "plain", "")]
    [InlineData("<think>a</think>b", "b", "a")]
    [InlineData("\n <think>a</think>\n\nb", "b", "a")]
    [InlineData("<think></think>b", "b", "")]
    [InlineData("<think>a</think><think>c</think>b", "b", "ac")]
    [InlineData("<think>a", "", "a")]
    [InlineData("<think>a</thin", "", "a</thin")]
    [InlineData("<thi", "<thi", "")]
    [InlineData("<thinner> than water", "<thinner> than water", "")]
    [InlineData("say <think>x</think> now", "say <think>x</think> now", "")]
    [InlineData("a < b", "a < b", "")]
    [InlineData("first this\n</think>\n\nb", "b", "first this\n")]
    public void A_whole_reply_is_split(string reply, string answer, string thought)
    {
        Join(ThoughtSplitter.Split(reply), isThought: false).ShouldBe(answer);
        Join(ThoughtSplitter.Split(reply), isThought: true).ShouldBe(thought);
    }

    [Fact]
    public void Where_the_pieces_end_does_not_matter() =>
        Prop.ForAll(
                Gen.ArrayOf(Gen.Elements("<think>", "</think>", "<", "th", "ink>", "</", "x", " ", "\n")).ToArbitrary(),
                pieces =>
                {
                    var whole = new ThoughtSplitter();
                    var expected = whole.Push(string.Concat(pieces)).Concat(whole.Finish()).ToList();
                    var apart = new ThoughtSplitter();
                    var actual = pieces.SelectMany(piece => piece.SelectMany(character => apart.Push(character.ToString())).ToList()).ToList();
                    actual.AddRange(apart.Finish());
                    return Join(actual, isThought: true) == Join(expected, isThought: true)
                        && Join(actual, isThought: false).Trim() == Join(expected, isThought: false).Trim();
                })
            .Hold();

    private static string Join(IEnumerable<(string Text, bool IsThought)> parts, bool isThought) =>
        string.Concat(parts.Where(part => part.IsThought == isThought).Select(part => part.Text));
}
