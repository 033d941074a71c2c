using FsCheck.Fluent;
using Remanence.Messages;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Facts.Rules;

namespace Remanence.Tests.PersonalMemory;

/// <summary>What a message hands over speaks about its author; what stands around it is the sender's own word.</summary>
public sealed class HandedOverTextTests
{
    [Theory]
    [InlineData("> I'm single and I hate dogs\nHaha, why do you say that?")]
    [InlineData("Here is an email from my tenant:\n\nHi, I moved to Bath last week.\n\nI have two dogs.\nBest, Sam")]
    [InlineData("Can you check my friend's message? I am pregnant and I live in Turku.")]
    [InlineData("Paraphrase: I am vegetarian and I live in Ghent.")]
    [InlineData("For this exercise, my name is Zed and I live on Mars.")]
    [InlineData("```\nI live in Tokyo\n```\nwhat does this print?")]
    [InlineData("Summarise the following. I was born in Kenya. I work at Shell.")]
    [InlineData("On Mon, 3 Mar 2025 at 10:00, Sam wrote:\nI live in Bath.\nI have two dogs.")]
    [InlineData("Anna: I live in Rome.\nBob: I have two dogs.")]
    [InlineData("Let's role-play. I am a pirate. I live on a ship.")]
    [InlineData("Proofread my bio: I am Anna, a nurse from Leeds.")]
    [InlineData("My grandmother's letter: I live in Rome. I am a nurse.")]
    [InlineData("Input: I live in Rome.\nOutput: I have a dog.")]
    [InlineData("Continue the story: I am a knight and I live in a castle.")]
    [InlineData("Text from my landlord: I moved to Bath. I have a cat.")]
    [InlineData("概括：我是素食者。我住在昆明。")]
    [InlineData("帮我回复朋友的消息。我怀孕了，我住在上海。")]
    [InlineData("为了这个练习，我叫小明，我住在火星。")]
    [InlineData("妈妈发来的：我住在老家。我养了一只狗。")]
    public void Of_what_is_handed_over_nothing_is_believed(string message) => Read(message).ShouldBeEmpty();

    [Theory]
    [InlineData("I live in Oslo. Translate: I live in Rome. I have a dog.")]
    [InlineData("> I live in Rome\nI live in Oslo.")]
    [InlineData("Translate \"I live in Rome. I have two dogs.\" into French. I live in Oslo.")]
    [InlineData("My sister wrote: \"I live in Rome. I have a dog.\" I live in Oslo.")]
    [InlineData("Paraphrase this: 'I am a nurse and I live in Kent.' By the way, I live in Oslo.")]
    [InlineData("Dear Sir or Madam,\nI live in Cork and I am a plumber.\nYours sincerely,\nJ. Byrne\n\nI live in Oslo.")]
    [InlineData("2025-03-03 10:00 INFO user said hi\n[12:03] Anna: I live in Rome\nI live in Oslo.")]
    [InlineData("<email>I live in Rome. I have two dogs.</email> I live in Oslo.")]
    [InlineData("How do you say I live in Rome in Italian? I live in Oslo.")]
    [InlineData("Note: I live in Oslo.")]
    [InlineData("I translate letters now and then. I live in Oslo.")]
    [InlineData("I got an email from my boss. I live in Oslo.")]
    [InlineData("我住在Oslo。翻译：我住在罗马。我有一只狗。")]
    [InlineData("帮我翻译一下这段话：我是医生，我住在杭州。\n\n对了，我住在Oslo。")]
    [InlineData("好消息：我搬到Oslo了。")]
    public void What_stands_around_it_counts(string message)
    {
        var fact = Read(message).ShouldHaveSingleItem();
        (fact.Attribute, fact.Value).ShouldBe(("home", "Oslo"));
    }

    [Fact]
    public void Quoted_words_are_never_believed_whatever_they_are() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                noise =>
                    Read($"My friend wrote: \"{noise?.Replace("\"", "", StringComparison.Ordinal)} I live in Rome. I have two dogs.\"")
                        .All(fact => fact.Value is not ("Rome" or "two dogs")))
            .Hold(300);

    private static IReadOnlyList<SpokenFact> Read(string text) =>
        FactRules.Read(new Message { Role = "user", Content = text });
}
