using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

public sealed class ExportShapesTests
{
    private static readonly DateTimeOffset Moment = new(2026, 1, 5, 3, 32, 11, TimeSpan.Zero);

    [Fact]
    public void Chat_gpt_is_the_branch_that_was_looked_at()
    {
        const string text = """
            [{"title":"t","create_time":1767583000.5,"current_node":"c","mapping":{
              "r":{"id":"r","message":null,"parent":null,"children":["s"]},
              "s":{"message":{"id":"s","author":{"role":"system"},"content":{"content_type":"text","parts":[""]}},"parent":"r","children":["a","x"]},
              "x":{"message":{"id":"x","author":{"role":"user"},"create_time":1767583930,"content":{"content_type":"text","parts":["I live in Rome."]}},"parent":"s","children":[]},
              "a":{"message":{"id":"a","author":{"role":"user"},"create_time":1767583931,"content":{"content_type":"multimodal_text","parts":[{"asset_pointer":"p"},"I live in Oslo."]}},"parent":"s","children":["h"]},
              "h":{"message":{"id":"h","author":{"role":"assistant"},"content":{"content_type":"thoughts","thoughts":[]}},"parent":"a","children":["c"]},
              "c":{"message":{"id":"c","author":{"role":"assistant"},"create_time":null,"content":{"content_type":"text","parts":["Nice."]}},"parent":"h","children":[]}}}]
            """;

        Read(text).Messages.ShouldBe(
        [
            new Message { Id = "a", Role = "user", Content = "I live in Oslo.", Time = Moment },
            new Message { Id = "c", Role = "assistant", Content = "Nice.", Time = new(2026, 1, 5, 3, 16, 40, 500, TimeSpan.Zero) },
        ]);
        Read(text.Replace("\"current_node\":\"c\",", string.Empty, StringComparison.Ordinal)).Messages[0].Id.ShouldNotBeNull();
    }

    [Fact]
    public void Claude_is_its_chat_messages() =>
        Read("""
            [{"uuid":"u","name":"n","created_at":"2026-01-05T03:00:00Z","chat_messages":[
              {"uuid":"1","text":"x","content":[{"type":"text","text":"I live in Oslo."}],"sender":"human","created_at":"2026-01-05T03:32:11Z","attachments":[]},
              {"uuid":"2","text":"Nice.","sender":"assistant","created_at":"2026-01-05T03:32:11Z"},
              {"uuid":"3","text":"","sender":"human","created_at":"2026-01-05T03:32:11Z"}]}]
            """)
            .Messages.ShouldBe([
                new Message
                {
                    Id = "1",
                    Role = "user",
                    Content = "I live in Oslo.",
                    Time = Moment,
                },
                new Message
                {
                    Id = "2",
                    Role = "assistant",
                    Content = "Nice.",
                    Time = Moment,
                },
            ]);

    private const string TelegramMessages = """
        [{"id":1,"type":"service","actor":"Mia","actor_id":"user1","action":"create_group","date":"2026-01-05T03:00:00","date_unixtime":"1767583000"},
         {"id":2,"type":"message","date":"2026-01-05T04:32:11","date_unixtime":"1767583931","from":"Mia","from_id":"user1","text":["I live in ",{"type":"bold","text":"Oslo"},"."]},
         {"id":3,"type":"message","date":"2026-01-05T04:32:12","date_unixtime":"1767583932","from":"Jon","from_id":"user2","text":"I am vegetarian"},
         {"id":4,"type":"message","date":"2026-01-05T04:32:13","date_unixtime":"1767583933","from":"Jon","from_id":"user2","text":"","photo":"p.jpg"}]
        """;

    [Fact]
    public void Telegram_keeps_who_spoke() =>
        Read("""{"name":"Mia","type":"personal_chat","id":9,"messages":""" + TelegramMessages + "}").Messages.ShouldBe(
        [
            new Message { Id = "2", Role = "user", Name = "Mia", Content = "I live in Oslo.", Time = Moment },
            new Message { Id = "3", Role = "user", Name = "Jon", Content = "I am vegetarian", Time = Moment.AddSeconds(1) },
        ]);

    [Fact]
    public void Telegrams_whole_account_says_who_the_user_is()
    {
        var read = Read("""{"personal_information":{"user_id":1},"chats":{"list":[{"messages":""" + TelegramMessages + "}]}}");

        read.Messages.Select(message => message.Name).ShouldBe([null, "Jon"]);
        read.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Slack_is_named_from_its_profiles() =>
        Read("""
            [{"type":"message","subtype":"channel_join","user":"U1","text":"<@U1> has joined the channel","ts":"1767583930.000100"},
             {"type":"message","user":"U2","text":"<@U1> tea &amp; cake at <https://example.org|Otto's>?","ts":"1767583932.000000"},
             {"type":"message","user":"U1","user_profile":{"real_name":"Mia Stone","display_name":"mia"},"text":"I live in Oslo.","ts":"1767583931.000000"},
             {"type":"message","subtype":"bot_message","bot_id":"B1","username":"clock","text":"Noon.","ts":"1767583933.000000"}]
            """).Messages.ShouldBe(
        [
            new Message { Role = "user", Name = "Mia Stone", Content = "I live in Oslo.", Time = Moment },
            new Message { Role = "user", Name = "U2", Content = "@Mia Stone tea & cake at Otto's (https://example.org)?", Time = Moment.AddSeconds(1) },
            new Message { Role = "assistant", Name = "clock", Content = "Noon.", Time = Moment.AddSeconds(2) },
        ]);

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    [InlineData("{{\"results\":[{0}]}}")]
    [InlineData("{{\"memories\":[{0}],\"total\":1}}")]
    public void Mem0_is_its_memories(string around) =>
        Read(
            string.Format(
                null,
                around,
                """{"id":"m1","memory":"Lives in Oslo","hash":"h","metadata":null,"created_at":"2026-01-04T19:32:11-08:00","updated_at":null,"user_id":"mia"}"""))
            .Messages.ShouldHaveSingleItem()
            .ShouldBe(
                new Message
                {
                    Id = "m1",
                    Role = "user",
                    Content = "Lives in Oslo",
                    Time = Moment,
                });

    [Fact]
    public void Memory_graph_is_what_is_known_of_each()
    {
        var read = Read("""
            {"type":"entity","name":"default_user","entityType":"person","observations":["Lives in Oslo",""]}
            {"type":"entity","name":"Jon Reed","entityType":"person","observations":["Is vegetarian"]}
            {"type":"relation","from":"Jon Reed","to":"Acme","relationType":"works_at"}
            """);

        read.Messages.Select(message => (message.Name, message.Content))
            .ShouldBe([(null, "Lives in Oslo"), ("Jon Reed", "Is vegetarian"), ("Jon Reed", "Jon Reed works at Acme")]);
    }

    [Theory]
    [InlineData("{\"foo\":1}")]
    [InlineData("[{\"foo\":1}]")]
    public void Json_of_no_known_shape_is_refused_with_the_shapes_that_are_read(string text)
    {
        var refusal = Should.Throw<UsageException>(() => Read(text)).Message;

        foreach (var name in (string[])["ChatGPT", "Claude", "WhatsApp", "Telegram", "Slack", "mem0", "MCP", "JSON lines"])
        {
            refusal.ShouldContain(name);
        }
    }

    private static Conversation Read(string text) => ConversationReader.Read(text, "export.json");
}
