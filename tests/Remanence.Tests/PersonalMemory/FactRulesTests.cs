using FsCheck.Fluent;
using Remanence.Messages;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Facts.Rules;

namespace Remanence.Tests.PersonalMemory;

/// <summary>Plain statements, read without a model; what they become over sessions is told by the scenarios.</summary>
public sealed class FactRulesTests
{
    [Fact]
    public void Any_text_can_be_read() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Read(text ?? "") is not null).Hold(500);

    [Theory]
    [InlineData("I just moved to Berlin from Paris", "home", "Berlin")]
    [InlineData("I've been living in New York City for three years", "home", "New York City")]
    [InlineData("Actually, I work at Acme Corp. now", "employer", "Acme Corp")]
    [InlineData("i love rock and roll", "likes", "rock and roll")]
    [InlineData("I can't stand olives", "likes", "olives")]
    [InlineData("I'm 29", "age", "29")]
    [InlineData("I was born on May 3, 1990", "birthday", "May 3, 1990")]
    [InlineData("I'm originally from Ghana", "origin", "Ghana")]
    [InlineData("I am a software engineer", "occupation", "software engineer")]
    [InlineData("我今年30岁", "age", "30")]
    [InlineData("我来自成都", "origin", "成都")]
    [InlineData("我养了一只猫叫咪咪", "pet", "猫咪咪")]
    public void What_is_said_plainly_is_read(string text, string attribute, string value)
    {
        var fact = Read(text).ShouldHaveSingleItem();
        (fact.Attribute, fact.Value).ShouldBe((attribute, value));
    }

    [Theory]
    [InlineData("I live for the weekend")]
    [InlineData("I like it")]
    [InlineData("I love you")]
    [InlineData("I am a bit tired")]
    [InlineData("I am 100% sure")]
    [InlineData("I have a question about dogs")]
    [InlineData("I bought it")]
    [InlineData("I want to know more")]
    [InlineData("I study hard")]
    [InlineData("Remember to call mum")]
    [InlineData("The dog is called Rex")]
    [InlineData("我喜欢你")]
    [InlineData("我在想这个问题")]
    [InlineData("我们是一个团队")]
    public void What_is_no_statement_about_the_speaker_is_passed_over(string text) => Read(text).ShouldBeEmpty();

    [Fact]
    public void Others_words_are_not_the_users() =>
        FactRules.Read(new Message { Role = "assistant", Content = "I live in Lisbon." }).ShouldBeEmpty();

    // Patterns with repetitions could take time without end for a text made to defeat them.
    [Theory]
    [InlineData("I just now still currently finally also really ")]
    [InlineData("我刚终于又也还都")]
    [InlineData("I like a, b and ")]
    [InlineData("actually, no, well, sorry, ")]
    [InlineData("I moved to x since now too again ")]
    public void A_text_made_to_defeat_the_patterns_ends(string piece) =>
        Read(string.Concat(Enumerable.Repeat(piece, 3_900 / piece.Length))).ShouldNotBeNull();

    private static IReadOnlyList<SpokenFact> Read(string text) => FactRules.Read(new Message { Role = "user", Content = text });
}
