using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Chat;

/// <summary>What goes over the wire.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Roles_names_calls_and_results_keep_their_place()
    {
        var request = await SentAsync(
        [
            new ChatMessage(ChatRole.System, "be brief"),
            new ChatMessage(ChatRole.User, "weather?") { AuthorName = "Ann Lee" },
            new ChatMessage(
                ChatRole.Assistant,
                [new TextReasoningContent("hm"), new FunctionCallContent("call_1", "weather", new Dictionary<string, object?> { ["city"] = "Köln" })]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("call_1", "rain"), new FunctionResultContent("call_2", new JsonObject { ["wind"] = 3 })]),
            new ChatMessage(ChatRole.Assistant, "It rains.") { AuthorName = "小明" },
        ]);

        var messages = request.Json.GetProperty("messages");
        Canonical(messages)
            .ShouldBe(
                Canonical(
                    """
                    [
                      {"role":"system","content":"be brief"},
                      {"role":"user","content":"weather?","name":"Ann_Lee"},
                      {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Köln\"}"}}]},
                      {"role":"tool","content":"rain","tool_call_id":"call_1"},
                      {"role":"tool","content":"{\"wind\":3}","tool_call_id":"call_2"},
                      {"role":"assistant","content":"It rains."}
                    ]
                    """));
    }

    [Fact]
    public async Task Pictures_go_as_addresses_or_as_bytes()
    {
        var request = await SentAsync([
            new ChatMessage(
                ChatRole.User,
                [
                    new TextContent("what is this?"),
                    new UriContent("https://example.org/a.png", "image/png"),
                    new DataContent(new byte[] { 1, 2, 3 }, "image/jpeg"),
                    new DataContent(new byte[] { 4, 5 }, "audio/mpeg"),
                ]),
        ]);

        Canonical(request.Json.GetProperty("messages")[0].GetProperty("content")).ShouldBe(Canonical("""
            [
              {"type":"text","text":"what is this?"},
              {"type":"image_url","image_url":{"url":"https://example.org/a.png"}},
              {"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AQID"}},
              {"type":"input_audio","input_audio":{"data":"BAU=","format":"mp3"}}
            ]
            """));
    }

    [Fact]
    public async Task Options_become_fields()
    {
        var request = await SentAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions
        {
            Instructions = "be kind",
            ModelId = "other",
            Temperature = 0.6f,
            TopP = 0.9f,
            TopK = 5,
            Seed = 42,
            MaxOutputTokens = 100,
            PresencePenalty = 0.1f,
            FrequencyPenalty = 0.2f,
            StopSequences = ["END"],
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object"}"""), "a fact!", "one fact"),
            AdditionalProperties = new AdditionalPropertiesDictionary { ["top_a"] = 0.5, ["nested"] = new JsonObject { ["a"] = 1 } },
        });

        Canonical(request.Json).ShouldBe(Canonical("""
            {
              "model":"other",
              "messages":[{"role":"system","content":"be kind"},{"role":"user","content":"x"}],
              "temperature":0.6,"top_p":0.9,"top_k":5,"frequency_penalty":0.2,"presence_penalty":0.1,"seed":42,"max_tokens":100,"stop":["END"],
              "response_format":{"type":"json_schema","json_schema":{"name":"a_fact_","schema":{"type":"object"},"description":"one fact"}},
              "top_a":0.5,"nested":{"a":1}
            }
            """));
    }

    [Fact]
    public async Task Tools_go_with_their_choice()
    {
        var tool = AIFunctionFactory.Create((string city) => city, "weather", "Tells the weather.");
        var request = await SentAsync(
            [new ChatMessage(ChatRole.User, "x")],
            new ChatOptions { Tools = [tool], ToolMode = ChatToolMode.RequireSpecific("weather"), AllowMultipleToolCalls = false });

        var sent = request.Json.GetProperty("tools")[0];
        sent.GetProperty("type").GetString().ShouldBe("function");
        sent.GetProperty("function").GetProperty("name").GetString().ShouldBe("weather");
        sent.GetProperty("function").GetProperty("parameters").GetProperty("properties").TryGetProperty("city", out _).ShouldBeTrue();
        Canonical(request.Json.GetProperty("tool_choice")).ShouldBe(Canonical("""{"type":"function","function":{"name":"weather"}}"""));
        request.Json.GetProperty("parallel_tool_calls").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_profile_s_parameters_go_unless_they_are_null_or_need_tools()
    {
        var parameters = new JsonObject
        {
            ["temperature"] = 0.6,
            ["top_p"] = null,
            ["enable_thinking"] = false,
            ["parallel_tool_calls"] = true,
            ["tool_choice"] = "auto",
            ["extra_body"] = new JsonObject { ["provider"] = new JsonObject { ["sort"] = "price" } },
        };
        var request = await SentAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { Temperature = 0 }, parameters);

        Canonical(request.Json).ShouldBe(Canonical("""
            {"model":"test-model","messages":[{"role":"user","content":"x"}],"temperature":0,"enable_thinking":false,"provider":{"sort":"price"}}
            """));
    }

    [Fact]
    public async Task A_stream_asks_for_its_usage_unless_the_profile_says_otherwise()
    {
        (await SentAsync([new ChatMessage(ChatRole.User, "x")], stream: true))
            .Json.GetProperty("stream_options")
            .GetProperty("include_usage")
            .GetBoolean()
            .ShouldBeTrue();
        var without = await SentAsync([new ChatMessage(ChatRole.User, "x")], parameters: new JsonObject { ["stream_options"] = null }, stream: true);
        without.Stream.ShouldBeTrue();
        without.Has("stream_options").ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_and_headers_go_where_they_belong()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var client = endpoint.Client(new JsonObject { ["extra_headers"] = new JsonObject { ["X-Title"] = "Remanence" }, ["organization"] = "org-1" });
        await client.GetResponseAsync("x");
        using var anonymous = new OpenAIModelProvider().CreateChat(endpoint.Profile() with { ApiKey = null });
        await anonymous.GetResponseAsync("x");

        endpoint.Chat.Requests[0].Headers["Authorization"].ShouldBe("Bearer " + Profiles.Key);
        endpoint.Chat.Requests[0].Headers["X-Title"].ShouldBe("Remanence");
        endpoint.Chat.Requests[0].Headers["OpenAI-Organization"].ShouldBe("org-1");
        endpoint.Chat.Requests[1].Headers.Keys.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task Half_a_surrogate_pair_does_not_stop_a_request() =>
        (await SentAsync([new ChatMessage(ChatRole.User, "a\ud83db👋")])).LastMessage.ShouldBe("a\ufffdb👋");

    [Fact]
    public async Task What_cannot_be_sent_says_so()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var client = endpoint.Client();
        await Should.ThrowAsync<NotSupportedException>(() => client.GetResponseAsync("x", new ChatOptions { Tools = [new HostedWebSearchTool()] }));
        await Should.ThrowAsync<NotSupportedException>(() =>
            client.GetResponseAsync([new ChatMessage(ChatRole.User, [new UriContent("https://example.org/a.pdf", "application/pdf")])]));
        endpoint.Chat.Requests.ShouldBeEmpty();
    }

    private static async Task<SeenRequest> SentAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        JsonObject? parameters = null,
        bool stream = false)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var client = endpoint.Client(parameters);
        await client.AskAsync(stream ? ChatWay.Streamed : ChatWay.Whole, messages, options);
        return endpoint.Chat.Requests.ShouldHaveSingleItem();
    }

    private static string Canonical(JsonElement value) => Canonical(value.GetRawText());

    private static string Canonical(string json) => JsonNode.Parse(json)!.ToJsonString();
}
