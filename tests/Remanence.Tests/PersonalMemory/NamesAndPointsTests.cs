using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.PersonalMemory.Facts.Rules;

namespace Remanence.Tests.PersonalMemory;

/// <summary>Names of several words, and points that end no sentence.</summary>
public sealed class NamesAndPointsTests
{
    [Theory]
    [InlineData("My name is Tom Hale, and my son is Ben Hale.", "The user is called Tom Hale. The user's son is called Ben Hale.")]
    [InlineData("My wife is Lena Fischer and she is a nurse.", "The user's wife is called Lena Fischer. The user's wife Lena Fischer works as a nurse.")]
    [InlineData("My sons are Leo and Max.", "The user has sons Leo and Max.")]
    [InlineData("My wife's name is Lena Fischer.", "The user's wife is called Lena Fischer.")]
    [InlineData("My boss is Mary Ann Cole.", "The user's boss is called Mary Ann Cole.")]
    [InlineData("My daughter is called Ana Maria de la Cruz.", "The user's daughter is called Ana Maria de la Cruz.")]
    [InlineData("My best friend is J. R. Hartley.", "The user's best friend is called J. R. Hartley.")]
    [InlineData("I have a brother called Jean-Luc Picard.", "The user's brother is called Jean-Luc Picard.")]
    [InlineData("We have two cats, Mr. Darcy and Lady Jane.", "The user has two cats called Mr. Darcy and Lady Jane.")]
    [InlineData("My sister, Priya Natarajan, lives in Leeds.", "The user's sister Priya Natarajan lives in Leeds.")]
    [InlineData("My wife is Italian.", "The user's wife is Italian.")]
    [InlineData("My brother is Catholic.", "The user's brother is Catholic.")]
    [InlineData("My wife Anna's mother is a doctor.", "")]
    public void Somebody_has_the_whole_name_that_was_said(string text, string facts) => Told(text).ShouldBe(facts);

    [Theory]
    [InlineData("I work as a Sr. engineer.", "The user works as a Sr. engineer.")]
    [InlineData("My dog is called Mr. Biscuit.", "The user has a dog called Mr. Biscuit.")]
    [InlineData("I live in Mt. Vernon.", "The user lives in Mt. Vernon.")]
    [InlineData("I live in Ft. Worth.", "The user lives in Ft. Worth.")]
    [InlineData("I live at No. 5 Elm St. in Leeds. I have two dogs.", "The user lives in No. 5 Elm St. in Leeds. The user has two dogs.")]
    [InlineData("I work for Acme Inc. in Boston.", "The user works at Acme Inc.")]
    [InlineData("I work for Acme Inc. I live in Boston.", "The user works at Acme Inc. The user lives in Boston.")]
    [InlineData("I love fruit, e.g. mango.", "The user likes fruit.")]
    [InlineData("I get up at 6 a.m. every day.", "The user gets up at 6 a.m. every day.")]
    [InlineData("I live in the U.S. My wife is a nurse.", "The user lives in the U.S. The user's wife works as a nurse.")]
    [InlineData("I live in Sgt. Bluff.", "The user lives in Sgt. Bluff.")]
    [InlineData("I work for J. P. Morgan.", "The user works at J. P. Morgan.")]
    [InlineData("I was born on Oct. 5, 1990.", "The user's birthday is Oct. 5, 1990.")]
    [InlineData("No. I live in Rome.", "The user lives in Rome.")]
    [InlineData("I got to level 5. I live in Oslo.", "The user lives in Oslo.")]
    [InlineData("i live in rome. i like cats.", "The user lives in rome. The user likes cats.")]
    public void A_point_that_shortens_a_word_ends_no_sentence(string text, string facts) => Told(text).ShouldBe(facts);

    private static string Told(string text) =>
        string.Join(' ', FactRules.Read(new Message { Role = "user", Content = text }).Select(fact => FactSentence.Of(fact, null, PromptLanguage.English)));
}
