using Remanence.Hosting;
using Remanence.Models.Profiles;

namespace Remanence.Cli.Doctor;

/// <summary>What the configuration says and has no effect, and which models it names. Never a key.</summary>
internal static class ConfigurationChecks
{
    public static IEnumerable<CheckResult> Run(RemanenceConfiguration configuration)
    {
        const string name = "settings";
        foreach (var warning in configuration.Warnings)
        {
            yield return CheckResult.Warn(name, warning, "take it out, or correct it; docs/configuration.md lists what there is");
        }

        ModelProfile[] models = [.. configuration.ChatModels, .. configuration.EmbeddingModels, .. configuration.RerankModels, .. configuration.SpeechModels];
        yield return CheckResult.Ok(
            name,
            models.Length == 0
                ? "understood; no model is configured, and none is needed"
                : "understood; models: " + string.Join(", ", models.Select(model => model.Name)));
    }
}
