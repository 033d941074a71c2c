using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>The maps of an experiment. Seeds of its test and training maps never meet.</summary>
internal static class LakeMapSets
{
    /// <summary>More maps than this would run into the seeds of the other set.</summary>
    public const int MaxMaps = 100_000;

    private const long FirstTestSeed = 10_000;
    private const long FirstTrainingSeed = 510_000;
    private const long SeedsPerExperiment = 1_000_000;

    public static IReadOnlyList<LakeMap> Test(FrozenLakeOptions options) =>
        options.TestMaps ?? Draw("test", FirstTestSeed, options.TestMapCount, options);

    public static IReadOnlyList<LakeMap> Training(FrozenLakeOptions options) =>
        options.TrainOnTest ? Test(options) : Draw("train", FirstTrainingSeed, options.TrainingMaps, options);

    private static LakeMap[] Draw(string name, long first, int count, FrozenLakeOptions options)
    {
        first += options.Seed * SeedsPerExperiment;
        var size = options.TestMaps?[0].Size ?? options.Size;
        return [.. Enumerable.Range(0, count).Select(i => LakeMap.Generate($"{name}-{i}", first + i, size))];
    }
}
