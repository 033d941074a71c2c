using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Memories;
using Remanence.Services;
using Spectre.Console;

namespace Remanence.Cli.Commands.Jobs;

/// <summary>Consolidates or reflects, and shows what was made or changed.</summary>
internal sealed class WorkCommand : CliCommand
{
    private readonly ScopeOptions _scope;
    private readonly Func<IMemoryLearning, Scope, CancellationToken, Task<WorkResult>> _work;

    private WorkCommand(CliContext context, string name, string description, Func<IMemoryLearning, Scope, CancellationToken, Task<WorkResult>> work)
        : base(context, name, description, $"remanence {name} --user ada")
    {
        _work = work;
        _scope = ScopeOptions.AddTo(this);
    }

    public static WorkCommand Consolidate(CliContext context) =>
        new(
            context,
            "consolidate",
            "Make observations of messages that none were made of yet.",
            (learning, scope, token) => learning.ConsolidateAsync(scope, wait: true, token));

    public static WorkCommand Reflect(CliContext context) =>
        new(
            context,
            "reflect",
            "Draw insights from observations, and settle what contradicts or repeats.",
            (learning, scope, token) => learning.ReflectAsync(scope, wait: true, token));

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var scope = _scope.Read(run.Parse);
        await using var connection = await run.ConnectAsync(cancellationToken);
        if (connection.Service is MemoryEngine engine)
        {
            await engine.StartJobsAsync(cancellationToken);
        }

        var result = await _work(connection.Require<IMemoryLearning>(), scope, cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(result, CliJson.Contracts.WorkResult);
            return ExitCodes.Ok;
        }

        foreach (var memory in result.Memories)
        {
            var standing = memory.Status == MemoryStatus.Active ? memory.Kind : memory.Status.ToString().ToLowerInvariant();
            run.Output.Text.MarkupLine($"{Markup.Escape(TerminalText.Line(standing)),-12} {Markup.Escape(TerminalText.Line(memory.Content))}");
        }

        run.Output.Text.MarkupLine(
            result.JobIds.Count > 0
                ? $"{result.JobIds.Count} job(s) go on; see remanence jobs."
                : $"{result.Memories.Count} memories made or changed ({result.Mode}).");
        return ExitCodes.Ok;
    }
}
