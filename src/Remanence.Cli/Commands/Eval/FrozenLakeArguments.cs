using System.CommandLine;
using System.CommandLine.Parsing;
using Remanence.Evaluation.FrozenLake.Experiment;

namespace Remanence.Cli.Commands.Eval;

/// <summary>The options of <c>eval frozenlake</c>, and the experiment that they describe.</summary>
internal sealed class FrozenLakeArguments
{
    private const string Fresh = "fresh";
    private const string Test = "test";
    private const int MaxRuns = 1000;
    private const int MaxWorkers = 64;

    private readonly Option<string?> _experiment = new("--experiment")
    {
        Description = "Names the files (default: frozenlake_no_slippery or frozenlake_slippery).",
        HelpName = "NAME",
    };
    private readonly Option<string?> _workspace = new("--workspace")
    {
        Description = "The memory's workspace (default: the experiment's name).",
        HelpName = "NAME",
    };
    private readonly Option<string> _folder = new("--output")
    {
        Description = "Where the files go.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => ".",
    };
    private readonly Option<bool> _slippery = new("--slippery") { Description = "Moves slip to either side in two cases of three." };
    private readonly Option<int> _size = Number("--size", "Rows and columns of drawn maps.", 4, FrozenLakeOptions.MinSize, FrozenLakeOptions.MaxSize);
    private readonly Option<int> _seed = Number("--seed", "What maps and chance are drawn from.", 0, 0, int.MaxValue);
    private readonly Option<int> _trainingMaps = Number("--train-maps", "Fresh maps to train on.", 50, 1, FrozenLakeOptions.MaxMaps);
    private readonly Option<int> _trainingRuns = Number("--train-runs", "Runs of each training map.", 4, 1, MaxRuns);
    private readonly Option<int> _testMaps = Number("--test-maps", "Maps to test on.", 100, 1, FrozenLakeOptions.MaxMaps);
    private readonly Option<int> _testRuns = Number("--test-runs", "Runs of each test map, in each test.", 1, 1, MaxRuns);
    private readonly Option<string?> _maps = new("--maps")
    {
        Description = "Test on the maps of this file, a JSON row a line, instead of drawn ones.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _saveMaps = new("--save-maps") { Description = "Write the test maps to this file.", HelpName = "FILE" };
    private readonly Option<string> _trainOn = new("--train-on")
    {
        Description = "Train on fresh maps, as ReMe does, or on the test maps themselves.",
        DefaultValueFactory = _ => Fresh,
    };
    private readonly Option<int> _workers = Number("--workers", "Runs at a time.", 4, 1, MaxWorkers);
    private readonly Option<int> _topK = Number("--top-k", "Memories to ask for.", 3, 1, 100);
    private readonly Option<string[]> _phases = new("--phase") { Description = "Only these phases (default: all).", AllowMultipleArgumentsPerToken = true };

    public FrozenLakeArguments()
    {
        _trainOn.AcceptOnlyFromAmong(Fresh, Test);
        _phases.AcceptOnlyFromAmong([.. LakePhases.All.Select(phase => phase.Name())]);
        _experiment.Validators.Add(FileNamePart);
    }

    public IEnumerable<Option> All =>
        [
            _experiment,
            _workspace,
            _folder,
            _slippery,
            _size,
            _seed,
            _trainingMaps,
            _trainingRuns,
            _testMaps,
            _testRuns,
            _maps,
            _saveMaps,
            _trainOn,
            _workers,
            _topK,
            _phases,
        ];

    /// <summary>The file with test maps; null: they are drawn.</summary>
    public string? MapFile(ParseResult parse) => parse.GetValue(_maps);

    /// <summary>Where the test maps are written; null: nowhere.</summary>
    public string? SaveMaps(ParseResult parse) => parse.GetValue(_saveMaps);

    public FrozenLakeOptions Read(ParseResult parse, Uri url, bool simple)
    {
        var slippery = parse.GetValue(_slippery);
        var experiment = parse.GetValue(_experiment) ?? (slippery ? "frozenlake_slippery" : "frozenlake_no_slippery");
        return new FrozenLakeOptions
        {
            Experiment = experiment,
            Workspace = parse.GetValue(_workspace) ?? experiment,
            Url = url,
            Folder = parse.GetRequiredValue(_folder),
            Simple = simple,
            Slippery = slippery,
            Size = parse.GetValue(_size),
            Seed = parse.GetValue(_seed),
            TrainingMaps = parse.GetValue(_trainingMaps),
            TrainingRuns = parse.GetValue(_trainingRuns),
            TestMapCount = parse.GetValue(_testMaps),
            TestRuns = parse.GetValue(_testRuns),
            TrainOnTest = parse.GetValue(_trainOn) == Test,
            Workers = parse.GetValue(_workers),
            TopK = parse.GetValue(_topK),
            Phases = parse.GetValue(_phases) is { Length: > 0 } names
                ? [.. LakePhases.All.Where(phase => names.Contains(phase.Name(), StringComparer.Ordinal))]
                : LakePhases.All,
        };
    }

    private static Option<int> Number(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < least || value > most))
            {
                result.AddError($"{name}: {value} is not between {least} and {most}.");
            }
        });
        return option;
    }

    private static void FileNamePart(OptionResult result)
    {
        var name = result.Tokens[0].Value;
        if (name.Length == 0 || name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            result.AddError($"--experiment: \"{name}\" cannot be part of a file's name; --output names the folder.");
        }
    }
}
