using System.Text.Json;
using Remanence.Commits;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Stores;
using Remanence.Text.Folding;

namespace Remanence.Tests.Stores;

public sealed class NulCharactersTests
{
    [Theory]
    [InlineData("""{"a":"x\u0000y"}""", """{"a":"xy"}""")]
    [InlineData("""{"a\u0000":["\u0000\u0000"]}""", """{"a":[""]}""")]
    [InlineData("""{"a":"x\\u0000y"}""", """{"a":"x\\u0000y"}""")]
    [InlineData("""{"a":"x\\\u0000y\\u0000"}""", """{"a":"x\\y\\u0000"}""")]
    public void Escapes_are_taken_out_and_what_only_looks_like_one_stays(string json, string expected) => NulText.TakeOutEscapes(json).ShouldBe(expected);

    [Fact]
    public void What_a_model_says_into_a_memory_loses_them()
    {
        var now = DateTimeOffset.UnixEpoch;
        var memory = new Memory
        {
            Id = "m",
            Scope = new Scope("ws"),
            Kind = MemoryKinds.Observation,
            Content = "a\0b",
            Trigger = "\0c",
            Keywords = ["k\0"],
            Sources = [new MemorySource { ResourceId = "r", Quote = "q\0" }],
            Metadata = JsonDocument.Parse("""{"a":"\u0000x"}""").RootElement,
            State = new MemoryState
            {
                Fact = new FactState { Value = "v\0", Said = ["k"] },
                Tool = new ToolState { Results = [JsonDocument.Parse("""{"output":"\u0000x"}""").RootElement] },
            },
            ObservedAt = now,
            RecordedAt = now,
            UpdatedAt = now,
        };
        var changes = NulCharacters.TakeOut(new ChangeSet { Id = "s", Workspace = "ws", At = now, Inserts = [memory], Updates = [new MemoryUpdate(memory)] });
        foreach (var cleaned in new[] { changes.Inserts[0], changes.Updates[0].Memory })
        {
            (cleaned.Content, cleaned.Trigger, cleaned.Keywords[0], cleaned.Sources[0].Quote).ShouldBe(("ab", "c", "k", "q"));
            cleaned.Metadata!.Value.GetRawText().ShouldBe("""{"a":"x"}""");
            cleaned.State!.Fact.ShouldBe(new FactState { Value = "v", Said = ["k"] });
            cleaned.State.Tool!.Results.Single().GetRawText().ShouldBe("""{"output":"x"}""");
            cleaned.Id.ShouldBe("m");
        }
    }

    [Fact]
    public void What_is_kept_as_it_came_is_refused()
    {
        var message = new StoredMessage
        {
            ResourceId = "r",
            Position = 0,
            Message = new Message
            {
                Id = "m",
                Role = "user",
                Content = "a\0b",
            },
        };
        Should
            .Throw<InvalidRequestException>(() =>
                NulCharacters.TakeOut(
                    new ChangeSet
                    {
                        Id = "s",
                        Workspace = "ws",
                        At = DateTimeOffset.UnixEpoch,
                        Messages = [message],
                    }))
            .Message.ShouldContain("NUL");
    }
}
