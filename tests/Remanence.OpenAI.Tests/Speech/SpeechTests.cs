using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Speech;

public sealed class SpeechTests
{
    private static readonly byte[] Recording = Encoding.ASCII.GetBytes("RIFFxxxxWAVEfmt ");

    [Fact]
    public async Task A_recording_becomes_text()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Speech.Enqueue(Reply.Json("""{"text":"guten Tag"}"""));
        using var client = Client(endpoint, new JsonObject { ["prompt"] = "greetings" });
        using var stream = new MemoryStream(Recording);

        var response = await client.GetTextAsync(stream, new SpeechToTextOptions { SpeechLanguage = "de" });

        response.Text.ShouldBe("guten Tag");
        var sent = endpoint.Speech.Requests.ShouldHaveSingleItem();
        sent.Headers["Content-Type"].ShouldStartWith("multipart/form-data");
        sent.Text.ShouldContain("recording.wav");
        sent.Text.ShouldContain("test-model");
        sent.Text.ShouldContain("greetings");
        sent.Text.ShouldContain("\r\n\r\nde\r\n");
        stream.CanRead.ShouldBeTrue("the stream stays the caller's");
    }

    [Fact]
    public async Task Silence_is_an_answer_and_a_stream_gives_the_same()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Speech.Enqueue(Reply.Json("""{"text":""}"""));
        using var client = Client(endpoint);
        using var stream = new MemoryStream(Recording);
        (await client.GetTextAsync(stream)).Text.ShouldBe("");

        using var again = new MemoryStream(Recording);
        (await client.GetStreamingTextAsync(again).ToSpeechToTextResponseAsync()).Text.ShouldBe("ok");
    }

    [Theory]
    [InlineData(200, "{}", ModelFailure.BadReply)]
    [InlineData(200, "hello", ModelFailure.BadReply)]
    [InlineData(401, null, ModelFailure.Unauthorized)]
    [InlineData(429, null, ModelFailure.RateLimited)]
    [InlineData(400, null, ModelFailure.Rejected)]
    [InlineData(500, null, ModelFailure.Unavailable)]
    public async Task A_failure_has_its_kind(int status, string? body, ModelFailure failure)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Speech.Respond(Reply.Status(status, body));
        using var client = Client(endpoint);
        using var stream = new MemoryStream(Recording);
        (await Should.ThrowAsync<ModelException>(() => client.GetTextAsync(stream))).Failure.ShouldBe(failure);
        endpoint.Speech.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_recording_is_not_sent()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var client = Client(endpoint);
        (await Should.ThrowAsync<ModelException>(() => client.GetTextAsync(new MemoryStream()))).Failure.ShouldBe(ModelFailure.Rejected);
        endpoint.Speech.Requests.ShouldBeEmpty();
    }

    private static ISpeechToTextClient Client(ModelEndpoint endpoint, JsonObject? parameters = null) =>
        new OpenAIModelProvider().CreateSpeech(endpoint.Profile(parameters));
}
