using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Profiles;

namespace Remanence.OpenAI.Tests;

/// <summary>
/// A real small model over the wire: TinyLlama behind llamafile, which <c>eng/models/llamafile.sh</c> starts. What it answers is anybody's guess; each call
/// must end in time with an answer or a <see cref="ModelException"/>. Runs where <c>REMANENCE_TEST_LLAMAFILE</c> holds its base address.
/// </summary>
public sealed class LlamafileTests
{
    private static readonly string? Address = Environment.GetEnvironmentVariable("REMANENCE_TEST_LLAMAFILE");

    public static bool IsMissing => string.IsNullOrEmpty(Address);

    [Theory(Skip = "REMANENCE_TEST_LLAMAFILE names no endpoint; see eng/models/llamafile.sh.", SkipWhen = nameof(IsMissing))]
    [InlineData(ChatWay.Whole)]
    [InlineData(ChatWay.Streamed)]
    public async Task It_answers(ChatWay way)
    {
        using var client = Client();

        var response = await client.AskAsync(way, "What is the capital of France? Answer in one short sentence.", new ChatOptions { MaxOutputTokens = 40 });

        TestContext.Current.TestOutputHelper!.WriteLine(response.Text);
        response.Text.ShouldNotBeNullOrWhiteSpace();
        response.FinishReason.ShouldNotBeNull();
    }

    [Theory(Skip = "REMANENCE_TEST_LLAMAFILE names no endpoint; see eng/models/llamafile.sh.", SkipWhen = nameof(IsMissing))]
    [InlineData(ChatWay.Whole)]
    [InlineData(ChatWay.Streamed)]
    public async Task Asked_for_JSON_it_answers_or_fails_by_name(ChatWay way)
    {
        using var client = Client(TimeSpan.FromSeconds(60));
        var format = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));
        try
        {
            var response = await client.AskAsync(way, "Name the capital of France as JSON.", new ChatOptions { MaxOutputTokens = 40, ResponseFormat = format });
            TestContext.Current.TestOutputHelper!.WriteLine(response.Text);
            response.Text.ShouldNotBeNullOrWhiteSpace();
        }
        catch (ModelException exception)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{exception.Failure}: {exception.Message}");
            exception.Message.ShouldContain("tinyllama");
        }
    }

    [Fact(Skip = "REMANENCE_TEST_LLAMAFILE names no endpoint; see eng/models/llamafile.sh.", SkipWhen = nameof(IsMissing))]
    public async Task Too_slow_is_told_in_time()
    {
        // The server goes on with what nobody waits for, one reply at a time: a long one would hold up the other tests.
        using var client = Client(TimeSpan.FromSeconds(1));
        var exception = await Should.ThrowAsync<ModelException>(() =>
            client.AskAsync(ChatWay.Whole, "Tell me a very long story about the sea.", new ChatOptions { MaxOutputTokens = 40 }));
        exception.Failure.ShouldBe(ModelFailure.TimedOut);
    }

    private static IChatClient Client(TimeSpan? timeout = null) => new OpenAIModelProvider().CreateChat(new ModelProfile
    {
        Name = "llm.default",
        Backend = "openai_compatible",
        Model = "tinyllama",
        BaseUrl = new Uri(Address!),
        Timeout = timeout ?? TimeSpan.FromSeconds(180),
    });
}
