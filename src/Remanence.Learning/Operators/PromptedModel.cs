using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Models.Prompts;
using Remanence.Models.Structured;

namespace Remanence.Operators;

/// <summary>An operator's prompts, and its chat model where the configuration has one.</summary>
internal sealed class PromptedModel
{
    /// <summary>How much of a run goes into one prompt; a run that is longer is asked about in parts.</summary>
    public static readonly OperatorParameter<int> MaxTokens = OperatorParameter.WholeNumber(
        "max_prompt_tokens",
        12_000,
        500,
        1_000_000,
        "How much of a run goes into one prompt; a run that is longer is asked about in parts.");

    /// <summary>What MemoryScope says of an operator's calls to its model.</summary>
    public static readonly OperatorParameter OptionsOfOthers = OperatorParameter.WithoutEffect(
        "generation_model_kwargs", "what goes with a model's requests stands below llm.NAME.params; name that model as the operator's llm.");

    private readonly PromptLibrary _prompts;

    private PromptedModel(PromptLibrary prompts, IChatClient? client, int inputTokens)
    {
        (_prompts, Client) = (prompts, client);
        var profile = client?.GetService(typeof(ModelProfile)) as ModelProfile;
        Author = profile?.Model ?? (client?.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "model";
        InputTokens = inputTokens;
    }

    /// <summary>The model; null: there is none, and the operator does its part without.</summary>
    public IChatClient? Client { get; }

    /// <summary>The model's name, for the memories that it writes.</summary>
    public string Author { get; }

    /// <summary>How much of a run goes into one prompt.</summary>
    public int InputTokens { get; }

    /// <param name="setup">The operator's setup.</param>
    /// <param name="resource">The embedded file of its prompts.</param>
    /// <param name="sized">Whether it has the parameter <see cref="MaxTokens"/>.</param>
    public static PromptedModel Of(OperatorSetup setup, string resource, bool sized)
    {
        var prompts = PromptLibrary.Embedded(typeof(PromptedModel).Assembly, resource).WithFile(setup.PromptPath);
        var client = setup.Services.GetService<IChatClient>();
        if (setup.Services.GetService<ModelCatalog>() is { } models && !models.TryChat(setup.Configuration.Llm, out client))
        {
            // A preset of ReMe's that nobody configured; the default stands for it.
            models.TryChat("default", out client);
        }

        return new PromptedModel(prompts, client, sized ? setup.Get(MaxTokens) : MaxTokens.Default);
    }

    /// <summary>A prompt, checked.</summary>
    public Prompt Prompt(string key, params ReadOnlySpan<string> placeholders) => _prompts.Get(key, placeholders);

    /// <summary>The language that is configured, else that of the texts.</summary>
    public static PromptLanguage LanguageOf(FlowContext context, params IEnumerable<string> texts) => LanguageOf(context.Language, texts);

    /// <summary>The language to ask in: that which is asked for, else that of the texts.</summary>
    public static PromptLanguage LanguageOf(string? asked, params IEnumerable<string> texts) => PromptLanguages.Parse(asked) ?? PromptLanguages.Of(texts);

    /// <exception cref="ModelException">No usable answer.</exception>
    public Task<T> AskAsync<T>(Prompt prompt, PromptLanguage language, PromptValues values, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull => AskAsync(prompt, language, values, type, validate: null, cancellationToken);

    /// <param name="prompt">The prompt.</param>
    /// <param name="language">Its language.</param>
    /// <param name="values">What goes into it.</param>
    /// <param name="type">What is asked for.</param>
    /// <param name="validate">What is wrong with an answer; the model is then asked once more. Null: nothing can be.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="ModelException">No usable answer.</exception>
    public Task<T> AskAsync<T>(
        Prompt prompt,
        PromptLanguage language,
        PromptValues values,
        JsonTypeInfo<T> type,
        Func<T, string?>? validate,
        CancellationToken cancellationToken)
        where T : notnull =>
        StructuredOutput.GetAsync(
            Client!,
            [new ChatMessage(ChatRole.User, prompt.Render(language, values))],
            type,
            new StructuredOutputOptions<T> { Language = language, Validate = validate },
            cancellationToken);

    /// <exception cref="ModelException">No usable answer, an empty one among them.</exception>
    public async Task<string> AskTextAsync(Prompt prompt, PromptLanguage language, PromptValues values, CancellationToken cancellationToken)
    {
        var response = await Client!.GetResponseAsync([new ChatMessage(ChatRole.User, prompt.Render(language, values))], cancellationToken: cancellationToken);
        return string.IsNullOrWhiteSpace(response.Text)
            ? throw new ModelException(ModelFailure.BadReply, "The model answered with nothing; ask again or use another model.")
            : response.Text.Trim();
    }
}
