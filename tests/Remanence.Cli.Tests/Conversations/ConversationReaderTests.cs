using FsCheck.Fluent;
using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations;

public sealed class ConversationReaderTests
{
    [Fact]
    public void JsonArray_IsMessages()
    {
        var messages = Read("""[{"role":"user","name":"Ada","content":"Hello","time":"2026-05-08T13:56:00+02:00","id":7},{"role":"assistant","content":"Hi"}]""");

        messages[0].ShouldBe(new Message { Id = "7", Role = "user", Name = "Ada", Content = "Hello", Time = new(2026, 5, 8, 13, 56, 0, TimeSpan.FromHours(2)) });
        messages[1].ShouldBe(new Message { Role = "assistant", Content = "Hi" });
    }

    [Fact]
    public void ChatRequest_IsItsMessages() =>
        Read("""{"model":"x","messages":[{"role":"system","content":"Be kind."},{"role":"user","content":[{"type":"text","text":"What is it?"},{"type":"image_url","image_url":{"url":"x"}}]}]}""")
            .Select(m => (m.Role, m.Content)).ShouldBe([("system", "Be kind."), ("user", "What is it?")]);

    [Fact]
    public void JsonLines_AreMessages() =>
        Read("{\"role\":\"user\",\"content\":\"a\"}\r\n\n{\"role\":\"tool\",\"content\":\"b\"}\n").Select(m => m.Role).ShouldBe(["user", "tool"]);

    [Theory]
    [InlineData("human", "user")]
    [InlineData("Assistant", "assistant")]
    [InlineData("developer", "system")]
    [InlineData("function", "tool")]
    public void RolesOfOtherPrograms_AreUnderstood(string role, string expected) =>
        Read($"[{{\"role\":\"{role}\",\"content\":\"a\"}}]").ShouldHaveSingleItem().Role.ShouldBe(expected);

    [Fact]
    public void SingleObject_IsOneMessage() => Read("""{"content":"a"}""").ShouldHaveSingleItem().Role.ShouldBe("user");

    [Fact]
    public void NamedLines_AreTurnsWithTheirContinuations()
    {
        var messages = Read("Ada Lovelace: Hello\nHow are you?\n\nAssistant: Well.\n小明：你好\n");

        messages.Select(m => (m.Role, m.Name, m.Content))
            .ShouldBe([("user", "Ada Lovelace", "Hello\nHow are you?"), ("assistant", null, "Well."), ("user", "小明", "你好")]);
    }

    [Theory]
    [InlineData("Just a note.\nWith: a colon further down.\nAnd: another.")]
    [InlineData("Note: buy milk")]
    [InlineData("We met at 12:30.\nSee https://example.org: it is good.")]
    [InlineData("[1] a footnote")]
    public void OtherText_IsOneMessage(string text) => Read(text).ShouldHaveSingleItem().Content.ShouldBe(text);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\t", "is empty")]
    [InlineData("[]", "no messages")]
    [InlineData("[{\"role\":\"user\",\"content\":\"a\"}", "cut off")]
    [InlineData("{\"role\":\"user\",\"content\":\"a\"}\n{\"role\":\"us", "line 2")]
    [InlineData("[{\"role\":\"user\"}]", "message 1 has no content")]
    [InlineData("[{\"content\":\"a\"},{\"content\":\" \"}]", "message 2: content is blank")]
    [InlineData("[{\"role\":\"king\",\"content\":\"a\"}]", "\"king\"")]
    [InlineData("[{\"content\":\"a\",\"time\":\"soon\"}]", "\"soon\"")]
    [InlineData("[{\"content\":\"a\",\"id\":\"\"}]", "message 1: id")]
    [InlineData("[{\"content\":\"a\",\"name\":\"\\u001b]0;x\"}]", "message 1: name")]
    [InlineData("[{\"content\":\"a\\u0000\"}]", "NUL")]
    [InlineData("[{\"content\":{}}]", "content must be text")]
    [InlineData("[\"a\"]", "message 1 must be an object")]
    [InlineData("{\"messages\":7}", "must be an array")]
    public void BrokenConversation_IsRefusedInOneLineThatNamesThePlace(string text, string expected)
    {
        var message = Should.Throw<UsageException>(() => Read(text)).Message;

        message.ShouldStartWith("chat.txt");
        message.ShouldContain(expected);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void AnyText_IsReadOrRefused() =>
        Prop.ForAll<string>(text =>
        {
            try
            {
                return Read(text ?? string.Empty).All(m => !string.IsNullOrWhiteSpace(m.Content));
            }
            catch (UsageException)
            {
                return true;
            }
        }).Hold();

    [Fact]
    public void EveryPrefixOfAJsonFile_IsReadOrRefused()
    {
        const string text = "[{\"role\":\"user\",\"name\":\"Ada\",\"content\":\"a\\u00e4\",\"time\":\"2026-05-08\"}]";
        for (var i = 0; i < text.Length; i++)
        {
            try
            {
                Read(text[..i]).ShouldHaveSingleItem();
            }
            catch (UsageException)
            {
                // Refusing is right, too.
            }
        }
    }

    private static IReadOnlyList<Message> Read(string text) => ConversationReader.Read(text, "chat.txt");
}
