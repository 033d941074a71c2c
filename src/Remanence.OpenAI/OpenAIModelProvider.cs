using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Models.Profiles;
using Remanence.OpenAI.Chat;
using Remanence.OpenAI.Embeddings;
using Remanence.OpenAI.Requests;
using Remanence.OpenAI.Speech;

namespace Remanence.OpenAI;

/// <summary>
/// Chat, vision, embeddings and speech behind any OpenAI-compatible endpoint: OpenAI, DashScope, OpenRouter, DeepSeek, Ollama, vLLM, llama.cpp, LM Studio.
/// Without a base address it is OpenAI's own.
/// </summary>
/// <param name="time">The clock of the time limits. Default: the system's.</param>
/// <param name="loggers">Where it is said which parameters an endpoint does not take. Default: nowhere.</param>
public sealed class OpenAIModelProvider(TimeProvider? time = null, ILoggerFactory? loggers = null) : ModelProvider
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("Remanence.OpenAI");

    /// <inheritdoc/>
    public override string Backend => "openai_compatible";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds => ["llm", "embedding_model", "speech_model"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ProfileParameters.All;

    /// <inheritdoc/>
    public override IChatClient CreateChat(ModelProfile profile) => new OpenAIChatClient(Connect(profile));

    /// <inheritdoc/>
    public override IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(ModelProfile profile) => new OpenAIEmbeddingGenerator(Connect(profile));

    /// <inheritdoc/>
    public override ISpeechToTextClient CreateSpeech(ModelProfile profile) => new OpenAISpeechToTextClient(Connect(profile));

    private OpenAIConnection Connect(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new OpenAIConnection(profile, time ?? TimeProvider.System, _logger);
    }
}
