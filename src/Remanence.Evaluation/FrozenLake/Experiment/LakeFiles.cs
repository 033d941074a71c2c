using System.Text.Encodings.Web;
using System.Text.Json;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>Where an experiment's files are.</summary>
internal static class LakeFiles
{
    /// <summary>People read result files, and no browser parses them as markup: letters and quotes stay what they are.</summary>
    public static LakeJson Json { get; } = new(new JsonSerializerOptions(LakeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Rows(FrozenLakeOptions options, LakePhase phase) => Path.Combine(options.Folder, $"{options.Experiment}_{phase.Name()}.jsonl");

    public static string Summaries(FrozenLakeOptions options) => Path.Combine(options.Folder, $"{options.Experiment}_summaries.jsonl");
}
