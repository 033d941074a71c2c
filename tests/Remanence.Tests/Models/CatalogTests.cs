using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Models.Reranking;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models;

public sealed class CatalogTests
{
    [Fact]
    public void Every_fault_is_told_at_once_with_its_remedy()
    {
        ModelProfile[] profiles =
        [
            FakeProvider.Profile() with
            {
                Backend = "fakes",
            },
            FakeProvider.Profile("llm.fast") with
            {
                Parameters = new Dictionary<string, JsonElement>
                {
                    ["temprature"] = JsonElement.Parse("0"),
                    ["structured_output"] = JsonElement.Parse("\"yes\""),
                },
            },
            FakeProvider.Profile("gpt") with
            {
                MaxRetries = -1,
                MaxConcurrency = 0,
            },
            FakeProvider.Profile("llm.a") with
            {
                Model = " ",
                BaseUrl = new Uri("ftp://host"),
            },
            FakeProvider.Profile("llm.a") with
            {
                TotalTimeout = TimeSpan.Zero,
                InputPrice = -1,
            },
        ];

        var thrown = Should.Throw<ModelConfigurationException>(() => new ModelCatalog(profiles, [new FakeProvider()]));

        thrown.Faults.ShouldBe(
        [
            "llm.a is written twice; keep one.",
            "llm.default: unknown backend \"fakes\"; did you mean fake.",
            "llm.fast: unknown parameter \"temprature\" of the backend fake; did you mean temperature.",
            "llm.fast: structured_output is \"\"yes\"\"; it can be schema or prompt.",
            "gpt: a model's name begins with llm, embedding_model, rerank_model, speech_model and a dot, such as llm.default.",
            "gpt: -1 retries are less than none; write 0 for a single attempt.",
            "gpt: 0 calls at a time let none through; allow at least 1.",
            "llm.a: no model is named; set llm.a.model_name.",
            "llm.a: the address of the endpoint must begin with http:// or https://, and is \"ftp://host\".",
            "llm.a: a time limit must be longer than nothing, and the total one at most a day.",
            "llm.a: a price can't be below zero.",
        ], ignoreOrder: true);
    }

    [Fact]
    public void An_unknown_profile_is_told_with_the_nearest_name()
    {
        using var catalog = new ModelCatalog([FakeProvider.Profile("llm.fast")], [new FakeProvider { Chat = _ => new ScriptedChat() }]);

        catalog.HasChat("fst").ShouldBeFalse();
        catalog.TryChat("fst", out _).ShouldBeFalse();
        Should.Throw<ModelConfigurationException>(() => catalog.Chat("fst")).Message.ShouldBe("There is no profile \"llm.fst\"; did you mean fast.");
        Should.Throw<ModelConfigurationException>(() => catalog.Embeddings()).Message
            .ShouldBe("There is no profile \"embedding_model.default\"; set embedding_model.default.backend and embedding_model.default.model_name.");
    }

    [Fact]
    public void A_backend_without_the_capability_is_a_fault_of_the_configuration()
    {
        using var catalog = new ModelCatalog([FakeProvider.Profile("rerank_model.default")], [new FakeProvider()]);

        Should.Throw<ModelConfigurationException>(() => catalog.Reranker()).Message.ShouldContain("the backend fake has no reranking");
    }

    [Fact]
    public void A_client_is_made_once_on_first_use_and_disposed_with_the_catalogue()
    {
        var made = new List<ScriptedChat>();
        var catalog = new ModelCatalog(
            [FakeProvider.Profile(), FakeProvider.Profile("llm.fast")],
            [new FakeProvider { Chat = _ => { made.Add(new ScriptedChat()); return made[^1]; } }]);
        made.ShouldBeEmpty();

        catalog.Chat("fast").ShouldBeSameAs(catalog.Chat("fast"));
        made.Count.ShouldBe(1);
        catalog.Chat("fast").GetService<ModelProfile>()!.Name.ShouldBe("llm.fast");
        catalog.Dispose();

        made[0].Disposed.ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => catalog.Chat("fast"));
    }

    [Fact]
    public void The_provider_is_not_shown_what_is_not_its_own()
    {
        ModelProfile? shown = null;
        var profile = FakeProvider.Profile() with
        {
            Parameters = new Dictionary<string, JsonElement> { ["structured_output"] = JsonElement.Parse("\"prompt\""), ["seed"] = JsonElement.Parse("42") },
        };
        using var catalog = new ModelCatalog([profile], [new FakeProvider { Chat = given => { shown = given; return new ScriptedChat(); } }]);

        _ = catalog.Chat();

        shown!.Parameters.Keys.ShouldBe(["seed"]);
    }

    [Fact]
    public async Task A_reranker_is_tried_again_and_held_to_one_score_a_text()
    {
        var time = new FakeTimeProvider();
        var reranker = new FakeReranker(failures: 1);
        using var catalog = new ModelCatalog([FakeProvider.Profile("rerank_model.default")], [new FakeProvider { Rerank = _ => reranker }], time: time);

        (await time.RunAsync(() => catalog.Reranker().ScoreAsync("q", ["a", "b"]))).ShouldBe([0, 1]);
        reranker.Calls.ShouldBe(2);
        reranker.Drop = 1;
        (await Should.ThrowAsync<ModelException>(catalog.Reranker().ScoreAsync("q", ["a", "b"]))).Failure.ShouldBe(ModelFailure.BadReply);
        catalog.Usage.Total.EstimatedCalls.ShouldBe(2);
    }

    [Fact]
    public async Task Speech_is_sent_again_from_its_beginning()
    {
        var time = new FakeTimeProvider();
        var speech = new FakeSpeech();
        using var catalog = new ModelCatalog([FakeProvider.Profile("speech_model.default")], [new FakeProvider { Speech = _ => speech }], time: time);
        using var audio = new MemoryStream([9, 1, 2, 3]) { Position = 1 };

        (await time.RunAsync(() => catalog.Speech().GetTextAsync(audio))).Text.ShouldBe("1 2 3");
        speech.Calls.ShouldBe(2);
    }

    private sealed class FakeReranker(int failures) : Reranker
    {
        public int Calls { get; private set; }

        public int Drop { get; set; }

        public override Task<IReadOnlyList<double>> ScoreAsync(string query, IReadOnlyList<string> documents, CancellationToken cancellationToken = default) =>
            ++Calls <= failures
                ? Task.FromException<IReadOnlyList<double>>(new ModelException(ModelFailure.Unavailable, "Down."))
                : Task.FromResult<IReadOnlyList<double>>([.. Enumerable.Range(0, documents.Count - Drop).Select(i => (double)i)]);
    }

    private sealed class FakeSpeech : ISpeechToTextClient
    {
        public int Calls { get; private set; }

        public async Task<SpeechToTextResponse> GetTextAsync(
            Stream audioSpeechStream,
            SpeechToTextOptions? options = null,
            CancellationToken cancellationToken = default)
        {
            using var copy = new MemoryStream();
            await audioSpeechStream.CopyToAsync(copy, cancellationToken);
            return ++Calls == 1 ? throw new ModelException(ModelFailure.Unavailable, "Down.") : new SpeechToTextResponse(string.Join(' ', copy.ToArray()));
        }

        public IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
            Stream audioSpeechStream,
            SpeechToTextOptions? options = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
