using Remanence.Configuration;
using Remanence.Hosting;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.MemoryScope;

/// <summary>MemoryScope's <c>chat_with_memory</c> over HTTP.</summary>
public sealed class ChatTests : IAsyncLifetime
{
    private ModelEndpoint _model = null!;

    public async ValueTask InitializeAsync() => _model = await ModelEndpoint.StartAsync();

    public async ValueTask DisposeAsync() => await _model.DisposeAsync();

    [Fact]
    public async Task The_answer_comes_with_what_is_remembered_and_is_remembered()
    {
        await using var server = await StartAsync("--human_name=Ann", "--assistant_name=Mo");
        await server.Client.PostAsync("/add_memory", """{"query":"Ann likes jasmine tea."}""");
        _model.Chat.Enqueue(Reply.Text("Jasmine tea, I think."), Reply.Text("As I said."));

        var first = await server.Client.PostAsync("/chat_with_memory", """{"query":"What tea should I buy?"}""");
        var second = await server.Client.PostAsync("/chat_with_memory", """{"query":"Again, please."}""");

        first.GetProperty("answer").GetString().ShouldBe("Jasmine tea, I think.");
        first.GetProperty("messages")[0].GetProperty("role").GetString().ShouldBe("assistant");
        first.GetProperty("metadata").GetProperty("memories").GetString().ShouldBe("Ann likes jasmine tea.");
        second.GetProperty("answer").GetString().ShouldBe("As I said.");
        var system = Asked(0)[0];
        system.ShouldContain("Mo");
        system.ShouldContain("Ann likes jasmine tea.");
        Asked(1).Skip(1).ShouldBe(["What tea should I buy?", "Jasmine tea, I think.", "Again, please."]);
    }

    [Fact]
    public async Task Its_parameters_do_what_they_do_there()
    {
        await using var server = await StartAsync();
        await server.Client.PostAsync("/add_memory", """{"query":"Bob sings bass.","role_name":"Bob"}""");
        await server.Client.PostAsync("/chat_with_memory", """{"query":"Good morning.","role_name":"Bob"}""");

        await server.Client.PostAsync(
            "/chat_with_memory",
            """
            {"query":"Which part do I sing?","role_name":"Bob","system_prompt":"You lead a choir.","memory_prompt":"Heed what follows.",
             "temporary_memories":"The choir meets today.\nThe hall is cold.","history_message_strategy":null,"remember_response":false}
            """);
        await server.Client.PostAsync("/chat_with_memory", """{"query":"And now?","role_name":"Bob","history_message_strategy":1}""");

        var messages = Asked(1);
        messages[0].ShouldStartWith("You lead a choir.");
        foreach (var part in (string[])["Heed what follows.", "Bob sings bass.", "The choir meets today.", "The hall is cold."])
        {
            messages[0].ShouldContain(part);
        }

        messages.Skip(1).ShouldBe(["Which part do I sing?"]);

        // What was not to be remembered is not said again.
        Asked(2).Skip(1).ShouldBe(["Good morning.", "ok", "And now?"]);
    }

    [Fact]
    public async Task Two_people_never_see_each_other()
    {
        await using var server = await StartAsync();
        await server.Client.PostAsync("/chat_with_memory", """{"query":"My safe opens with 4711.","role_name":"Ann"}""");

        await server.Client.PostAsync("/chat_with_memory", """{"query":"What opens the safe?","role_name":"Bob"}""");

        string.Join('\n', Asked(1)).ShouldNotContain("4711");
    }

    [Fact]
    public async Task A_stream_comes_in_pieces_and_ends_with_the_whole()
    {
        await using var server = await StartAsync();
        _model.Chat.Enqueue(Reply.Text("One two three."));
        using var asked = await server.Client.SendAsync("POST", "/chat_with_memory", Wire.Json("""{"query":"Count.","stream":true}"""));

        asked.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var events = (await asked.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        events[^1].ShouldBe("data:[DONE]");
        var chunks = events[..^1].Select(line => Wire.Parse(line["data:".Length..])).ToList();
        string.Concat(chunks.Where(chunk => chunk.GetProperty("chunk_type").GetString() == "answer").Select(chunk => chunk.GetProperty("chunk").GetString()))
            .ShouldBe("One two three.");
        chunks[^1].GetProperty("metadata").GetProperty("answer").GetString().ShouldBe("One two three.");
        (await server.Client.PostAsync("/read_message", "{}")).GetProperty("answer").GetString()!.ShouldContain("One two three.");
    }

    [Fact]
    public async Task A_model_that_fails_is_no_success_and_what_was_said_is_kept()
    {
        await using var server = await StartAsync("llm.default.max_retries=0");
        _model.Chat.Enqueue(Reply.Status(401));

        var failed = await server.Client.PostAsync("/chat_with_memory", """{"query":"My cat is called Miso."}""");

        failed.GetProperty("success").GetBoolean().ShouldBeFalse();
        (await server.Client.PostAsync("/read_message", "{}")).GetProperty("answer").GetString()!.ShouldContain("Miso");
    }

    private List<string> Asked(int call) =>
        [.. _model.Chat.Requests[call].Json.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()!)];

    // As MemoryScope names a model of its own: by its arguments.
    private Task<RunningServer> StartAsync(params string[] arguments)
    {
        string[] model =
        [
            "--generation_backend=openai_generation", "--generation_model=test-model", $$"""--generation_params={"api_base":"{{_model.BaseUrl}}"}""",
        ];
        var sources = new ConfigurationSources { Arguments = [.. model, .. arguments], Environment = name => name == "OPENAI_API_KEY" ? "sk-test" : null };
        var read = RemanenceSettings.Load(sources);
        return RunningServer.StartAsync(
            settings => settings with
            {
                Configuration = read.Configuration,
                ChatHumanName = read.ChatHumanName,
                ChatAssistantName = read.ChatAssistantName,
                JobsWorkers = 0,
            });
    }
}
