using System.Text.Json;
using System.Text.Json.Serialization;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Flows;

public sealed partial class CallInputTests
{
    private static readonly Slot<int> TopK = new("top_k");
    private static readonly Slot<string> UserName = new("user_name");
    private static readonly Slot<Point> Place = new("place", PointJson.Default.Point);
    private static readonly Slot<Uri> Internal = new("internal");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Base_fields_that_are_not_given_are_empty()
    {
        var response = await Reading(BaseSlots.Query, BaseSlots.Messages, BaseSlots.Metadata, BaseSlots.WorkspaceId).RunAsync(new FlowCall(), Cancelled);

        Value(response, BaseSlots.Query).ShouldBeEmpty();
        Value(response, BaseSlots.Messages).ShouldBeEmpty();
        Value(response, BaseSlots.Metadata).GetRawText().ShouldBe("{}");
        Value(response, BaseSlots.WorkspaceId).ShouldBe("default");
    }

    [Fact]
    public async Task The_scope_decides_the_workspace_whatever_the_fields_say()
    {
        var inputs = TestFlows.Json("""{"workspace_id":"theirs"}""");
        var flow = Reading(BaseSlots.WorkspaceId);

        Value(await flow.RunAsync(new FlowCall { Inputs = inputs }, Cancelled), BaseSlots.WorkspaceId).ShouldBe("theirs");
        Value(await flow.RunAsync(new FlowCall { Inputs = inputs, Scope = new Scope("ours") }, Cancelled), BaseSlots.WorkspaceId).ShouldBe("ours");
    }

    [Fact]
    public async Task Messages_are_taken_as_agents_send_them()
    {
        var call = new FlowCall
        {
            Inputs = TestFlows.Json(
                """
                {"messages":[{"content":null},{"role":"assistant","content":[{"type":"text","text":"a"},{"type":"image_url"},"b"],"time_created":"2026-05-07 10:00:00"},
                {"id":"7","role":"user","name":"Ann","content":"c","time":"2026-05-07T10:00:00Z","tool_calls":[]}]}
                """),
        };

        var messages = Value(await Reading(BaseSlots.Messages).RunAsync(call, Cancelled), BaseSlots.Messages);

        var time = new DateTimeOffset(2026, 5, 7, 10, 0, 0, TimeSpan.Zero);
        messages.ShouldBe(
        [
            new Message { Role = "user", Content = "" },
            new Message { Role = "assistant", Content = "a\nb", Time = time },
            new Message { Id = "7", Role = "user", Name = "Ann", Content = "c", Time = time },
        ]);
    }

    [Theory]
    [InlineData("""{"top_k":"many"}""", "top_k", "top_k must be a whole number, but is the string \"many\".")]
    [InlineData("""{"top_k":2.5}""", "top_k", "top_k must be a whole number, but is the number 2.5.")]
    [InlineData("""{"top_k":99999999999}""", "top_k", "top_k must be a whole number, but is the number 99999999999.")]
    [InlineData("""{"user_name":["x"]}""", "user_name", "user_name must be a string, but is an array.")]
    [InlineData("""{"query":5}""", "query", "query must be a string, but is the number 5.")]
    [InlineData("""{"messages":{"role":"user"}}""", "messages", "messages must be an array, but is an object.")]
    [InlineData("""{"messages":[{"role":"user","content":"x"},"y"]}""", "messages[1]", "messages[1]: must be an object, but is the string \"y\".")]
    [InlineData("""{"messages":[{"role":1}]}""", "messages[0].role", "messages[0].role: must be a string, but is the number 1.")]
    [InlineData(
        """{"messages":[{"time":"soon"}]}""",
        "messages[0].time",
        "messages[0].time: must be a time such as \"2026-05-07T10:00:00Z\", but is the string \"soon\".")]
    [InlineData("""{"place":{"x":"y"}}""", "place.x", "place.x: this is not what Point takes.")]
    [InlineData("""{"place":3}""", "place", "place must be an object (Point), but is the number 3.")]
    [InlineData("""{"internal":"x"}""", "internal", "internal is a value that the steps of a flow hand to each other; a call cannot give it. Leave it out.")]
    public async Task A_field_of_the_wrong_type_says_what_was_expected_and_what_came(string inputs, string field, string message)
    {
        var flow = Reading(TopK, UserName, Place, Internal, BaseSlots.Query, BaseSlots.Messages);

        var exception = await Should.ThrowAsync<InvalidRequestException>(flow.RunAsync(new FlowCall { Inputs = TestFlows.Json(inputs) }, Cancelled));

        exception.Field.ShouldBe(field);
        exception.Message.ShouldBe(message);
    }

    [Fact]
    public async Task Any_other_field_reaches_the_slot_of_its_name()
    {
        var response = await Reading(TopK, UserName, Place).RunAsync(
            new FlowCall { Inputs = TestFlows.Json("""{"top_k":"3","user_name":null,"place":{"X":1},"unknown":[1]}""") }, Cancelled);

        Value(response, TopK).ShouldBe(3);
        Value(response, Place).X.ShouldBe(1);
        response.TryGet(UserName, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_call_cannot_fill_what_steps_hand_to_each_other()
    {
        var flow = TestFlows.Of().Add("peek", context => context.Response.Answer = context.GetOr(UserName, "empty"), optional: [UserName])
            .Add("write", context => context.Set(UserName, "written"), writes: [UserName]).Build("peek >> write");

        (await flow.RunAsync(new FlowCall { Inputs = TestFlows.Json("""{"user_name":"injected"}""") }, Cancelled)).Answer.ShouldBe("empty");
    }

    [Fact]
    public async Task Required_fields_are_needed_and_optional_ones_may_be_null()
    {
        var flow = TestFlows
            .Of()
            .Add("a", context => context.Get(TopK), reads: [TopK])
            .Build(
                "a",
                new FlowInput
                {
                    Name = "query",
                    Type = "string",
                    Required = true,
                },
                new FlowInput { Name = "top_k", Type = "integer" },
                new FlowInput
                {
                    Name = "flag",
                    Type = "boolean",
                    Required = true,
                });

        flow.CheckInputs(new FlowCall { Inputs = TestFlows.Json("""{"query":null,"top_k":"x","flag":true}""") })
            .ShouldBe([
                new FlowInputFault("query", true, "query is missing; flow test needs it, a string."),
                new FlowInputFault("top_k", false, "top_k must be a whole number, but is the string \"x\"."),
            ]);
        (await Should.ThrowAsync<InvalidRequestException>(flow.RunAsync(new FlowCall(), Cancelled))).Message.ShouldBe(
            "query is missing; flow test needs it, a string.");
        (
            await Should.ThrowAsync<InvalidRequestException>(
                flow.RunAsync(new FlowCall { Inputs = TestFlows.Json("""{"query":"","top_k":null,"flag":"true"}""") }, Cancelled))
        ).Message.ShouldBe("top_k is missing; flow test needs it.");
    }

    [Fact]
    public async Task Values_within_the_process_need_no_JSON()
    {
        var flow = Reading(Internal, TopK);
        var given = new Uri("http://example/");

        var response = await flow.RunAsync(
            new FlowCall { Inputs = TestFlows.Json("""{"top_k":1}""") }
                .With(Internal, given)
                .With(TopK, 2)
                .With(new Slot<int>("nobody's"), 3),
            Cancelled);

        Value(response, Internal).ShouldBeSameAs(given);
        Value(response, new Slot<int>("top_k")).ShouldBe(2);
        (await Should.ThrowAsync<ArgumentException>(flow.RunAsync(new FlowCall().With(new Slot<string>("top_k"), "2"), Cancelled)))
            .Message.ShouldContain("Flow test has a slot \"top_k\" of int; the call gives a slot \"top_k\" of string.");
    }

    [Fact]
    public async Task Now_is_the_clocks_unless_the_call_says_another()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var flows = TestFlows.Of().Add("now", context =>
        {
            time.Advance(TimeSpan.FromDays(1));
            context.Response.Answer = context.Now.ToString("yyyy-MM-dd");
        });
        flows.Services = TestFlows.With(time);
        var flow = flows.Build("now");

        (await flow.RunAsync(new FlowCall(), Cancelled)).Answer.ShouldBe("2026-01-01");
        (await flow.RunAsync(new FlowCall { Now = DateTimeOffset.UnixEpoch }, Cancelled)).Answer.ShouldBe("1970-01-01");
    }

    [Fact]
    public void The_schema_has_the_base_fields_and_the_flows_own() =>
        TestFlows.Of("a").Build(
            "a", new FlowInput { Name = "query", Type = "string", Description = "The question.", Required = true },
            new FlowInput { Name = "action", Type = "string", Values = ["load", "dump"] }, new FlowInput { Name = "ids", Type = "array", Required = true })
            .InputSchema.GetRawText().ShouldBe(
            """
            {"type":"object","properties":{
            "messages":{"type":"array","items":{},"description":"The conversation, each message with role and content."},
            "workspace_id":{"type":"string","description":"The workspace whose memories are used."},
            "metadata":{"type":"object","description":"Anything else that the caller has to say."},
            "query":{"type":"string","description":"The question."},
            "action":{"type":"string","enum":["load","dump"]},
            "ids":{"type":"array","items":{}}},
            "required":["query","ids"],"additionalProperties":true}
            """.Replace("\n", string.Empty, StringComparison.Ordinal));

    private static Flow Reading(params Slot[] slots) => TestFlows.Of().Add("reads", context =>
    {
        foreach (var slot in slots)
        {
            _ = slot switch
            {
                Slot<int> number => context.TryGet(number, out _),
                Slot<string> text => context.TryGet(text, out _),
                Slot<Point> point => context.TryGet(point, out _),
                Slot<Uri> uri => context.TryGet(uri, out _),
                Slot<IReadOnlyList<Message>> messages => context.TryGet(messages, out _),
                Slot<JsonElement> json => context.TryGet(json, out _),
                _ => throw new InvalidOperationException(slot.ToString()),
            };
        }
    }, optional: slots).Build("reads");

    private static T Value<T>(FlowResponse response, Slot<T> slot)
    {
        response.TryGet(slot, out var value).ShouldBeTrue();
        return value!;
    }

    internal sealed record Point(int X, int Y);

    [JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
    [JsonSerializable(typeof(Point))]
    internal sealed partial class PointJson : JsonSerializerContext;
}
