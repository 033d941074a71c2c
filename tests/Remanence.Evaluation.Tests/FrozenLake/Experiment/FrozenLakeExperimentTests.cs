using System.Text.Json;
using Remanence.Evaluation.FrozenLake.Players;
using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Service;
using Remanence.Evaluation.PassK;

namespace Remanence.Evaluation.FrozenLake.Experiment;

public sealed class FrozenLakeExperimentTests : IDisposable
{
    private const string Training = "lake_training.jsonl";
    private const string Without = "lake_test_no_memory.jsonl";
    private const string With = "lake_test_with_memory.jsonl";
    private const string Summaries = "lake_summaries.jsonl";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remanence-lake-");
    private readonly HttpClient _http = new();

    [Fact]
    public async Task What_training_runs_teach_reaches_the_test()
    {
        await using var service = await ScriptedReMe.StartAsync();

        var report = await RunAsync(service, options => options with { TrainOnTest = true, TestMapCount = 40, TrainingRuns = 6, TopK = 6 });

        var (training, without, with) = (report.Phases[0], report.Phases[1], report.Phases[2]);
        training.Runs.ShouldBe(240);
        report.MemoriesMade.ShouldBe(240);
        report.SharedMaps.ShouldBe(40);
        with.RunsWithMemory.ShouldBe(40);
        report.Difference!.Low!.Value.ShouldBeGreaterThan(0.1);
        report.DifferenceOnNewMaps.ShouldBeNull();
        report.Difference.Value.ShouldBe(with.At[0].Pass.Value - without.At[0].Pass.Value, 1e-9);

        // A map that was solved in training is solved with memory: its path is known.
        var solved = Rows(Training).Where(Success).Select(Task).ToHashSet();
        solved.Count.ShouldBeGreaterThan(10);
        Rows(With).Where(row => solved.Contains(Task(row))).ShouldAllBe(row => Success(row));
    }

    [Fact]
    public async Task A_service_that_knows_nothing_changes_no_run()
    {
        await using var service = await ScriptedReMe.StartAsync();
        service.Instead = (path, _) => path == "/retrieve_task_memory" ? (200, """{"answer": "", "success": true, "metadata": {}}""") : null;

        var report = await RunAsync(service, options => options with { TrainOnTest = true });

        // Both tests have the same chance: only memory could make them differ.
        report.Difference!.Value.ShouldBe(0);
        Rows(With).Select(Moves).ShouldBe(Rows(Without).Select(Moves));
        report.Phases[2].RunsWithMemory.ShouldBe(0);
    }

    [Fact]
    public async Task Fresh_maps_that_are_test_maps_are_told_apart()
    {
        await using var service = await ScriptedReMe.StartAsync();

        var report = await RunAsync(service, options => options with { TestMapCount = 60, TrainingMaps = 40, TrainingRuns = 4 });

        // Only the maps that were there by chance can gain.
        report.SharedMaps.ShouldBeInRange(1, 30);
        report.Phases[2].RunsWithMemory.ShouldBe(report.SharedMaps);
        report.Difference!.Value.ShouldBeGreaterThan(0);
        report.DifferenceOnNewMaps!.Value.ShouldBe(0);
    }

    [Fact]
    public async Task Files_and_calls_have_ReMes_shape()
    {
        await using var service = await ScriptedReMe.StartAsync();
        await RunAsync(service, options => options with { TrainOnTest = true, TestMapCount = 2, TrainingRuns = 3 });

        var row = Rows(With)[0];
        row.EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe([
                "task_id", "run_id", "experiment_name", "player", "seed", "task_completed", "success", "steps", "reward", "map_config", "task_memory",
                "trajectory",
            ]);
        row.GetProperty("player").GetString().ShouldBe("scripted");
        row.GetProperty("map_config")
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["map_desc", "map_id", "is_slippery", "map_size", "use_task_memory"]);
        row.GetProperty("trajectory")[0]
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["step", "state", "action", "action_name", "reward", "next_state", "done", "llm_response"]);

        // A map's runs go in one call, so that the service can compare them.
        var posted = service.Calls.Where(call => call.Path == "/summary_task_memory").Select(call => call.Body).ToArray();
        posted.Length.ShouldBe(2);
        var trajectory = posted[0]["trajectories"]!.AsArray();
        trajectory.Count.ShouldBe(3);
        ((string)posted[0]["workspace_id"]!).ShouldBe("ws");
        trajectory[0]!["messages"]!.AsArray()[^1]!["content"]!.ToString().ShouldContain("\noutcome: ");
        var asked = service.Calls.Where(call => call.Path == "/retrieve_task_memory").Select(call => call.Body).ToArray();
        asked.ShouldAllBe(body => (int)body["top_k"]! == 3 && ((string)body["query"]!).Contains("not slippery"));
        var map = string.Join('\n', row.GetProperty("map_config").GetProperty("map_desc").EnumerateArray().Select(cells => cells.GetString()));
        asked.ShouldContain(body => ((string)body["query"]!).Contains(map));

        using var reader = new StreamReader(Path.Combine(_folder.FullName, Training));
        (await RunFileReader.ReadAsync(reader, Training, TestContext.Current.CancellationToken)).Single().Runs.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_seed_gives_the_same_files(bool slippery)
    {
        FrozenLakeOptions Same(FrozenLakeOptions options) => options with { Rules = new LakeRules(slippery), TrainOnTest = true };
        await using (var service = await ScriptedReMe.StartAsync())
        {
            await RunAsync(service, Same);
        }

        var first = Contents();
        _folder.EnumerateFiles().ToList().ForEach(file => file.Delete());
        await using (var service = await ScriptedReMe.StartAsync())
        {
            await RunAsync(service, options => Same(options) with { Workers = 1 });
        }

        Contents().ShouldBe(first);
    }

    [Fact]
    public async Task A_repeated_experiment_plays_and_sends_nothing_again()
    {
        await using var service = await ScriptedReMe.StartAsync();
        var first = await RunAsync(service);
        var (calls, files) = (service.Calls.Count, Contents());

        var second = await RunAsync(service);

        service.Calls.Count.ShouldBe(calls);
        Contents().ShouldBe(files);
        JsonSerializer.Serialize(second, LakeJson.Default.FrozenLakeReport).ShouldBe(JsonSerializer.Serialize(first, LakeJson.Default.FrozenLakeReport));
    }

    [Fact]
    public async Task A_service_that_fails_in_the_middle_ends_the_run_and_is_taken_up_again()
    {
        await using var service = await ScriptedReMe.StartAsync();
        service.Instead = (path, _) => path == "/summary_task_memory" && service.CountOf(path) > 3 ? (500, "Internal Server Error") : null;

        var failure = await Should.ThrowAsync<TaskMemoryServiceException>(() => RunAsync(service, options => options with { Workers = 1 }));
        failure.Message.ShouldContain("/summary_task_memory answered 500: Internal Server Error");
        Rows(Training).Count.ShouldBe(20);
        Rows(Summaries).Count.ShouldBe(3);
        File.Exists(Path.Combine(_folder.FullName, With)).ShouldBeFalse();

        service.Instead = (path, _) =>
            path == "/retrieve_task_memory" && service.CountOf(path) > 4 ? (200, """{"success": false, "answer": "no embedder"}""") : null;
        failure = await Should.ThrowAsync<TaskMemoryServiceException>(() => RunAsync(service, options => options with { Workers = 1 }));
        failure.Message.ShouldContain("/retrieve_task_memory failed: no embedder");
        Rows(Summaries).Count.ShouldBe(10);
        Rows(With).Count.ShouldBe(4);

        service.Instead = (_, _) => null;
        (await RunAsync(service)).Phases[2].Runs.ShouldBe(10);
        service.CountOf("/summary_task_memory").ShouldBe(3 + 1 + 7);
        service.CountOf("/retrieve_task_memory").ShouldBe(4 + 1 + 6);
    }

    [Theory]
    [InlineData(200, "hello", "not JSON: hello")]
    [InlineData(200, "[]", "failed: []")]
    [InlineData(422, """{"detail":[]}""", "answered 422: {\"detail\":[]}")]
    [InlineData(503, "", "answered 503.")]
    public async Task An_answer_that_is_none_is_told_as_it_is(int status, string body, string reason)
    {
        await using var service = await ScriptedReMe.StartAsync();
        service.Instead = (_, _) => (status, body);

        (await Should.ThrowAsync<TaskMemoryServiceException>(() => RunAsync(service))).Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_service_that_is_silent_is_not_waited_for_forever()
    {
        await using var service = await ScriptedReMe.StartAsync();
        using var release = new ManualResetEventSlim();
        service.Instead = (_, _) =>
        {
            release.Wait(TestContext.Current.CancellationToken);
            return null;
        };
        var client = new TaskMemoryClient(_http, service.Url, simple: false, TimeProvider.System) { RetrieveLimit = TimeSpan.FromMilliseconds(50) };

        var failure = await Should.ThrowAsync<TaskMemoryServiceException>(() => client.RetrieveAsync("w", "q", 3, TestContext.Current.CancellationToken));

        failure.InnerException.ShouldBeOfType<TimeoutException>();
        release.Set();
    }

    [Fact]
    public async Task Without_a_service_nothing_is_played()
    {
        Uri gone;
        await using (var service = await ScriptedReMe.StartAsync())
        {
            gone = service.Url;
        }

        (await Should.ThrowAsync<TaskMemoryServiceException>(() => RunAsync(gone, options => options))).InnerException.ShouldBeOfType<HttpRequestException>();
        _folder.GetFiles().ShouldBeEmpty();

        (await RunAsync(gone, options => options with { Phases = [LakePhase.TestNoMemory] })).Phases.ShouldHaveSingleItem().Runs.ShouldBe(10);
    }

    [Fact]
    public async Task The_simple_flows_are_called_when_asked_for()
    {
        await using var service = await ScriptedReMe.StartAsync();
        await RunAsync(service, options => options with { TestMapCount = 1, TrainingMaps = 1 }, simple: true);

        service.Calls.Select(call => call.Path).Distinct().ShouldBe(["/summary_task_memory_simple", "/retrieve_task_memory_simple"]);
    }

    [Fact]
    public async Task Rows_of_another_experiment_are_not_counted()
    {
        await using var service = await ScriptedReMe.StartAsync();
        await RunAsync(service);

        await RefusedAsync(options => options with { Seed = 1 }, "another map");
        await RefusedAsync(options => options with { Rules = new LakeRules(true) }, "other ice");
        await RefusedAsync(options => options with { TrainingRuns = 1 }, "do not ask for");
        await EditAsync(text => text.Replace("\"next_state\":", "\"next_state\":77", StringComparison.Ordinal));
        await RefusedAsync(options => options, "moves cannot be");
        await EditAsync(text => text.Replace("\"next_state\":77", "\"next_state\":", StringComparison.Ordinal));
        await File.AppendAllTextAsync(
            Path.Combine(_folder.FullName, Training),
            File.ReadLines(Path.Combine(_folder.FullName, Training)).First() + "\n",
            TestContext.Current.CancellationToken);
        await RefusedAsync(options => options, "twice");
        await File.AppendAllTextAsync(Path.Combine(_folder.FullName, Training), "{\"task_id\": 1}\n", TestContext.Current.CancellationToken);
        await RefusedAsync(options => options, "line 22");

        async Task EditAsync(Func<string, string> edit)
        {
            var path = Path.Combine(_folder.FullName, Training);
            await File.WriteAllTextAsync(
                path,
                edit(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)),
                TestContext.Current.CancellationToken);
        }

        async Task RefusedAsync(Func<FrozenLakeOptions, FrozenLakeOptions> change, string reason) =>
            (await Should.ThrowAsync<EvaluationDataException>(() => RunAsync(service, change))).Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_it_has()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var service = await ScriptedReMe.StartAsync();
        service.Instead = (_, _) =>
        {
            stop.Cancel();
            return null;
        };

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(service.Url, options => options, cancellationToken: stop.Token));

        Rows(Training).Count.ShouldBe(20);
    }

    public void Dispose()
    {
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<FrozenLakeReport> RunAsync(ScriptedReMe service, Func<FrozenLakeOptions, FrozenLakeOptions>? change = null, bool simple = false) =>
        RunAsync(service.Url, change ?? (options => options), simple);

    private Task<FrozenLakeReport> RunAsync(
        Uri url,
        Func<FrozenLakeOptions, FrozenLakeOptions> change,
        bool simple = false,
        CancellationToken? cancellationToken = null)
    {
        var options = change(new FrozenLakeOptions
        {
            Experiment = "lake",
            Workspace = "ws",
            Url = url,
            Folder = _folder.FullName,
            TestMapCount = 10,
            TrainingMaps = 10,
            TrainingRuns = 2,
        });
        var client = new TaskMemoryClient(_http, url, simple, TimeProvider.System);
        return new FrozenLakeExperiment(client, new ScriptedPlayers()).RunAsync(options, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    private Dictionary<string, string> Contents() =>
        _folder.GetFiles().Where(file => file.Name != Summaries).ToDictionary(file => file.Name, file => File.ReadAllText(file.FullName));

    private List<JsonElement> Rows(string name) =>
        [.. File.ReadLines(Path.Combine(_folder.FullName, name)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static bool Success(JsonElement row) => row.GetProperty("success").GetBoolean();

    private static string Task(JsonElement row) => row.GetProperty("task_id").GetString()!;

    private static string Moves(JsonElement row) => row.GetProperty("trajectory").GetRawText();
}
