using FsCheck.Fluent;
using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations;

public sealed class ConversationReaderTests
{
    [Fact]
    public void Json_array_is_messages()
    {
        var messages = Read(
            """[{"role":"user","name":"Ada","content":"Hello","time":"2026-05-08T13:56:00+02:00","id":7},{"role":"assistant","content":"Hi"}]""");

        messages[0]
            .ShouldBe(
                new Message
                {
                    Id = "7",
                    Role = "user",
                    Name = "Ada",
                    Content = "Hello",
                    Time = new(2026, 5, 8, 13, 56, 0, TimeSpan.FromHours(2)),
                });
        messages[1].ShouldBe(new Message { Role = "assistant", Content = "Hi" });
    }

    [Fact]
    public void Chat_request_is_its_messages() =>
        Read(
                """{"model":"x","messages":[{"role":"system","content":"Be kind."},{"role":"user","content":[{"type":"text","text":"What is it?"},{"type":"image_url","image_url":{"url":"x"}}]}]}""")
            .Select(m => (m.Role, m.Content))
            .ShouldBe([("system", "Be kind."), ("user", "What is it?")]);

    [Fact]
    public void Json_lines_are_messages() =>
        Read("{\"role\":\"user\",\"content\":\"a\"}\r\n\n{\"role\":\"tool\",\"content\":\"b\"}\n").Select(m => m.Role).ShouldBe(["user", "tool"]);

    [Theory]
    [InlineData("human", "user")]
    [InlineData("Assistant", "assistant")]
    [InlineData("developer", "system")]
    [InlineData("function", "tool")]
    public void Roles_of_other_programs_are_understood(string role, string expected) =>
        Read($"[{{\"role\":\"{role}\",\"content\":\"a\"}}]").ShouldHaveSingleItem().Role.ShouldBe(expected);

    [Fact]
    public void Single_object_is_one_message() => Read("""{"content":"a"}""").ShouldHaveSingleItem().Role.ShouldBe("user");

    [Fact]
    public void Named_lines_are_turns_with_their_continuations()
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
    public void Other_text_is_one_message(string text) => Read(text).ShouldHaveSingleItem().Content.ShouldBe(text);

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
    public void Broken_conversation_is_refused_in_one_line_that_names_the_place(string text, string expected)
    {
        var message = Should.Throw<UsageException>(() => Read(text)).Message;

        message.ShouldStartWith("chat.txt");
        message.ShouldContain(expected);
        message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("timestamp", "\"2026-01-05T03:32:11Z\"")]
    [InlineData("created_at", "\"2026-01-05T04:32:11+01:00\"")]
    [InlineData("createdAt", "\"2026-01-05 03:32:11\"")]
    [InlineData("ts", "1767583931")]
    [InlineData("date", "\"1767583931\"")]
    [InlineData("datetime", "1767583931000")]
    [InlineData("sent_at", "1767583931000000")]
    [InlineData("create_time", "1767583931.0")]
    [InlineData("timestamp_ms", "\"1767583931000\"")]
    [InlineData("publishedAt", "\"2026-01-05T03:32:11Z\"")]
    [InlineData("when", "\"2026-01-05T03:32:11Z\"")]
    public void Time_by_any_usual_name_is_the_messages(string name, string value)
    {
        var expected = new DateTimeOffset(2026, 1, 5, 3, 32, 11, TimeSpan.Zero);

        Read($"[{{\"content\":\"I moved yesterday.\",\"{name}\":{value}}}]").ShouldHaveSingleItem().Time.ShouldNotBeNull().ToUniversalTime().ShouldBe(expected);
        Read($"{{\"content\":\"a\",\"{name}\":{value},\"updated_at\":1867583931}}\n{{\"content\":\"b\"}}")[0]
            .Time.ShouldNotBeNull()
            .ToUniversalTime()
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"speaker\":\"Bob\"")]
    [InlineData("\"author\":\"Bob\"")]
    [InlineData("\"from\":\"Bob\"")]
    [InlineData("\"sender\":\"Bob\",\"name\":\"Bob\"")]
    [InlineData("\"author\":{\"name\":\"Bob\",\"role\":\"x\"}")]
    public void Speaker_by_any_usual_name_is_kept(string speaker) =>
        Read($"[{{{speaker},\"content\":\"I moved.\"}}]").ShouldHaveSingleItem().ShouldBe(new Message { Role = "user", Name = "Bob", Content = "I moved." });

    [Fact]
    public void Speaker_by_the_name_of_a_role_is_the_role() =>
        Read("""[{"from":"human","content":"a"},{"sender":"assistant","content":"b"}]""")
            .Select(m => (m.Role, m.Name))
            .ShouldBe([("user", null), ("assistant", null)]);

    [Fact]
    public void Message_that_only_calls_tools_says_nothing() =>
        Read("""[{"role":"assistant","content":null,"tool_calls":[{"id":"1"}]},{"role":"tool","tool_call_id":"1","content":"9 degrees"}]""")
            .ShouldHaveSingleItem()
            .Role.ShouldBe("tool");

    [Theory]
    [InlineData("[{\"rle\":\"user\",\"content\":\"a\"}]", "chat.txt: message 1: rle is not known here; did you mean role?")]
    [InlineData("[{\"content\":\"a\"},{\"nam\":\"x\",\"content\":\"a\"}]", "message 2: nam is not known here; did you mean name?")]
    [InlineData("{\"content\":\"a\"}\n{\"content\":\"b\",\"timestmp\":1}", "line 2: timestmp is not known here; did you mean timestamp?")]
    [InlineData("[{\"content\":\"a\",\"zebra\":1}]", "zebra is not known here; known are id, role, name, content, time.")]
    [InlineData(
        "[{\"content\":\"a\",\"ts\":1767583931,\"created_at\":\"2025-01-05T03:32:11Z\"}]",
        "two times, ts 2026-01-05T03:32:11+00:00 and created_at 2025-01-05T03:32:11+00:00")]
    [InlineData("[{\"content\":\"a\",\"date\":\"05/06/2026\"}]", "may be day and month or month and day")]
    [InlineData("[{\"content\":\"a\",\"ts\":17}]", "the ts \"17\" cannot be read")]
    [InlineData("[{\"content\":\"a\",\"updated_at\":1767583931}]", "updated_at tells when it was changed")]
    [InlineData("[{\"content\":\"a\",\"speaker\":\"Bob\",\"from\":\"Ann\"}]", "two speakers, speaker \"Bob\" and from \"Ann\"")]
    public void What_cannot_be_understood_is_refused_by_name(string text, string expected) =>
        Should.Throw<UsageException>(() => Read(text)).Message.ShouldContain(expected);

    [Fact]
    public void Me_is_the_user_and_others_keep_their_names()
    {
        var read = ConversationReader.Read("Mia Stone: Hi\nJon Reed: I am vegetarian\n", "chat.txt", "mia stone");

        read.Messages.Select(m => (m.Role, m.Name)).ShouldBe([("user", null), ("user", "Jon Reed")]);
        read.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Two_speakers_without_me_keep_their_names_and_it_is_said()
    {
        var read = ConversationReader.Read("Mia: Hi\nJon: I am vegetarian\n", "chat.txt");

        read.Messages.Select(m => m.Name).ShouldBe(["Mia", "Jon"]);
        read.Notes.ShouldHaveSingleItem().ShouldBe("chat.txt does not say who of Mia, Jon is the user: each is remembered by name. --me NAME says it.");
        Should
            .Throw<UsageException>(() => ConversationReader.Read("Mia: Hi\nJon: Hi\n", "chat.txt", "Zoe"))
            .Message.ShouldBe("Nobody in chat.txt is called Zoe; its speakers are Mia, Jon.");
    }

    [Fact]
    public void Unix_times_are_the_same_in_every_unit() =>
        Prop.ForAll(Gen.Choose(100_000_000, int.MaxValue).ToArbitrary(), seconds =>
        {
            var expected = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return new[] { "", "000", "000000", "000000000" }.All(zeros => Read($"[{{\"content\":\"a\",\"ts\":{seconds}{zeros}}}]")[0].Time == expected);
        }).Hold();

    [Fact]
    public void Any_text_is_read_or_refused() =>
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
    public void Every_prefix_of_a_json_file_is_read_or_refused()
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

    private static IReadOnlyList<Message> Read(string text) => ConversationReader.Read(text, "chat.txt").Messages;
}
