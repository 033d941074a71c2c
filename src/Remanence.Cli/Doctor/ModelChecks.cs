using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Cli.Connections;
using Remanence.Flows.Catalogue;
using Remanence.Hosting;
using Remanence.Models;
using Remanence.Models.Profiles;

namespace Remanence.Cli.Doctor;

/// <summary>Asks every configured model one short question, and builds the flows.</summary>
internal static class ModelChecks
{
    private const int FewTokens = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async IAsyncEnumerable<CheckResult> RunAsync(
        RemanenceSettings settings, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var configuration = settings.Configuration;
        var impatient = settings with
        {
            Configuration = configuration with
            {
                ChatModels = [.. configuration.ChatModels.Select(Impatient)],
                EmbeddingModels = [.. configuration.EmbeddingModels.Select(Impatient)],
                RerankModels = [.. configuration.RerankModels.Select(Impatient)],
            },
        };
        await using var services = ConfiguredModels.Open(impatient, time);
        var models = services.GetRequiredService<ModelCatalog>();
        foreach (var profile in models.Profiles)
        {
            yield return await AskAsync(models, profile, time, cancellationToken);
        }

        var catalogue = services.GetRequiredService<FlowCatalogue>();
        foreach (var warning in catalogue.Warnings)
        {
            yield return CheckResult.Warn("flows", warning, "take it out; docs/configuration.md lists what there is");
        }

        var flows = catalogue.Flows;
        yield return CheckResult.Ok("flows", flows.Count == 0 ? "none" : string.Join(", ", flows.Select(flow => flow.Name)));
    }

    private static ModelProfile Impatient(ModelProfile profile) =>
        profile with
        {
            MaxRetries = 0,
            TotalTimeout = Patience < profile.TotalTimeout ? Patience : profile.TotalTimeout,
        };

    private static async Task<CheckResult> AskAsync(ModelCatalog models, ModelProfile profile, TimeProvider time, CancellationToken cancellationToken)
    {
        const string name = "model";
        var started = time.GetTimestamp();
        try
        {
            var answer = await AskAsync(models, profile, cancellationToken);
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            return CheckResult.Ok(
                name,
                answer is null
                    ? $"{profile.Name} ({profile.Model}) is not asked; it would need a recording"
                    : $"{profile.Name} ({profile.Model}) {answer} in {elapsed} ms");
        }
        catch (ModelException exception)
        {
            return CheckResult.Fail(name, exception.Message, Remedy(exception.Failure, profile));
        }
        catch (NotSupportedException exception)
        {
            return CheckResult.Fail(name, exception.Message, $"set {profile.Name}.backend to one that has it; docs/models.md lists them");
        }
    }

    private static async Task<string?> AskAsync(ModelCatalog models, ModelProfile profile, CancellationToken cancellationToken)
    {
        var name = profile.Name[(profile.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        switch (profile.Name[..profile.Name.IndexOf('.', StringComparison.Ordinal)])
        {
            case "llm":
                await models.Chat(name).GetResponseAsync("Answer with the word: ok", new ChatOptions { MaxOutputTokens = FewTokens }, cancellationToken);
                return "answers";
            case "embedding_model":
                var vectors = await models.Embeddings(name).GenerateAsync(["memory"], cancellationToken: cancellationToken);
                return $"embeds in {vectors[0].Vector.Length} dimensions";
            case "rerank_model":
                await models.Reranker(name).ScoreAsync("memory", ["a memory", "a stone"], cancellationToken);
                return "ranks";
            default:
                return null;
        }
    }

    private static string Remedy(ModelFailure failure, ModelProfile profile) => failure switch
    {
        ModelFailure.Unavailable => $"is the endpoint started, and {profile.Name}.base_url right?",
        ModelFailure.TimedOut => $"try again, or set {profile.Name}.timeout_s higher",
        ModelFailure.RateLimited => "wait, or ask the endpoint's owner for a higher limit",
        ModelFailure.Unauthorized => $"set {profile.Name}.api_key to a key that may use this model",
        ModelFailure.Rejected => $"is {profile.Name}.model_name a model of this endpoint, and are its params ones that it takes?",
        ModelFailure.OverBudget => "raise models.budget_usd_per_day or models.budget_tokens_per_day, or wait for tomorrow",
        _ => "try another model; this one does not answer a plain question",
    };
}
