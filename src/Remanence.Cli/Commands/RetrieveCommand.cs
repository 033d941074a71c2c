using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Services;

namespace Remanence.Cli.Commands;

/// <summary>Finds memories.</summary>
internal sealed class RetrieveCommand : CliCommand
{
    private readonly Argument<string[]> _query = new("QUERY") { Description = "What to look for, in any words.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _topK = new("--top-k", "-k") { Description = "At most so many memories.", HelpName = "N", DefaultValueFactory = _ => 10 };
    private readonly Option<string[]> _kind = new("--kind") { Description = "Only this kind; may be given several times.", HelpName = "KIND" };
    private readonly Option<int?> _maxTokens = new("--max-tokens") { Description = "The texts together need no more tokens than this.", HelpName = "N" };
    private readonly Option<bool> _explain = new("--explain") { Description = "Show where each score comes from." };
    private readonly Option<DateTimeOffset?> _asOf = TimeOption.Create("--as-of", "What was believed then, instead of now.");
    private readonly Option<DateTimeOffset?> _now = TimeOption.Create("--now", "The time that words such as \"yesterday\" count from.");
    private readonly ScopeOptions _scope;

    public RetrieveCommand(CliContext context)
        : base(
            context,
            "retrieve",
            "Find memories.",
            "remanence retrieve \"where does Ada live\"",
            "remanence retrieve \"what did we decide last week\" --user ada --top-k 5 --explain",
            "remanence retrieve 住在哪里 --json | jq -r '.results[].memory.content'")
    {
        Arguments.Add(_query);
        Options.Add(_topK);
        Options.Add(_kind);
        Options.Add(_maxTokens);
        Options.Add(_explain);
        Options.Add(_asOf);
        Options.Add(_now);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var scope = _scope.Read(run.Parse);
        var request = new RetrieveRequest
        {
            Query = string.Join(' ', run.Parse.GetRequiredValue(_query)),
            TopK = run.Parse.GetValue(_topK),
            Kinds = run.Parse.GetValue(_kind) is { Length: > 0 } kinds ? kinds : null,
            UserId = scope.User,
            AgentId = scope.Agent,
            SessionId = scope.Session,
            AsOf = run.Parse.GetValue(_asOf),
            Now = run.Parse.GetValue(_now),
            MaxTokens = run.Parse.GetValue(_maxTokens),
            Explain = run.Parse.GetValue(_explain),
        };
        await using var connection = await run.ConnectAsync(cancellationToken);
        var result = await connection.Service.RetrieveAsync(scope.Workspace, request, cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(result, CliJson.Contracts.RetrieveResult);
            return ExitCodes.Ok;
        }

        for (var i = 0; i < result.Results.Count; i++)
        {
            MemoryPrinter.Result(run.Output.Text, i + 1, result.Results[i]);
        }

        if (result.Note is { } note)
        {
            run.Output.Line(note);
        }
        else if (result.Results.Count == 0)
        {
            run.Output.Line($"Nothing found in workspace {scope.Workspace}.");
            KindHints.Write(run, request.Kinds);
        }

        return ExitCodes.Ok;
    }
}
