// How quality is measured: what k tries reach, what is believed after statements, which times are read, whether a memory helps a player over frozen lakes; and
// how libraries of experience are made. A server in the program is asked; no model is.
//
//   dotnet run --project samples/14-evaluate
//   dotnet run --project samples/14-evaluate -- library FOLDER
using Evaluate;
using Remanence;
using Remanence.Evaluation;
using Remanence.Evaluation.Facts;
using Remanence.Evaluation.FrozenLake.Experiment;
using Remanence.Evaluation.FrozenLake.Service;
using Remanence.Evaluation.PassK;
using Remanence.Evaluation.Retrieval;
using Remanence.Evaluation.Times;
using Remanence.Messages;
using Remanence.Stores;

if (args is ["library", var target])
{
    await using var still = await Served.StartAsync(Path.GetFullPath(target));
    foreach (var (name, size) in await still.BuildLibrariesAsync(target))
    {
        Console.WriteLine($"{name}: {size} memories");
    }

    return 0;
}

var tries = new PassKEvaluation();
using (var rows = new StringReader("""
    {"experiment_name": "plain", "task_id": "1", "reward": 0}
    {"experiment_name": "plain", "task_id": "1", "reward": 1}
    {"experiment_name": "plain", "task_id": "2", "reward": 0}
    {"experiment_name": "plain", "task_id": "2", "reward": 0}
    """))
{
    await tries.AddAsync(rows, "tries.jsonl", CancellationToken.None);
}

Show(tries.Result);

await using (var engine = new MemoryEngine(new InMemoryStore()))
{
    await engine.OpenAsync();
    var facts = new FactsEvaluation(engine);
    string[][] table =
    [
        ["language", "topic", "kind", "text", "expected"],
        ["en", "home", "statement", "I live in Kyoto.", "Kyoto"],
        ["en", "home", "non-statement", "Do you live in Kyoto?", ""],
    ];
    await facts.AddAsync(new StringReader(string.Join('\n', table.Select(row => string.Join('\t', row)))), "statements.tsv", CancellationToken.None);
    await facts.RunAsync(progress: null, CancellationToken.None);
    Show(facts.Result);
    facts.WriteFaults(Console.Out);
}

var times = new TimesEvaluation(sample: 3, seed: 1);
var may = new DateTimeOffset(2026, 5, 20, 9, 0, 0, TimeSpan.Zero);
var told = new Message { Role = "user", Content = "We went to Nara last month and are going again on 5 June.", Time = may };
times.Add(new EvaluationData("own", [new EvaluationConversation("nara", [new EvaluationMessage("s", told)], [])]));
Show(times.Result);

var folder = Directory.CreateTempSubdirectory("remanence-lake-");
await using (var served = await Served.StartAsync(folder.FullName))
{
    var options = new FrozenLakeOptions
    {
        Experiment = "sample",
        Workspace = "lake",
        Url = served.Address,
        Folder = folder.FullName,
        Simple = true,
        TrainingMaps = 6,
        TrainingRuns = 2,
        TestMapCount = 6,
        TrainOnTest = true,
    };
    foreach (var phase in LakePhases.All)
    {
        Console.WriteLine($"{phase.Name()}{(phase == LakePhase.TestWithMemory ? ", the same maps again" : "")}");
        Show(await new FrozenLakeEvaluation(served.Http, TimeProvider.System).RunAsync(options with { Phases = [phase] }, CancellationToken.None));
    }

    try
    {
        var nowhere = options with { Url = new Uri("http://127.0.0.1:1/"), Experiment = "nowhere", Phases = [LakePhase.Training] };
        await new FrozenLakeEvaluation(served.Http, TimeProvider.System).RunAsync(nowhere, CancellationToken.None);
    }
    catch (TaskMemoryServiceException exception)
    {
        Console.WriteLine(exception.Message);
    }
}

folder.Delete(recursive: true);
return 0;

static void Show(EvaluationResult result)
{
    result.Write(Console.Out);
    Console.WriteLine();
}
