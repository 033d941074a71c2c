using System.CommandLine;
using Remanence.Chat;
using Remanence.Cli.Chat;
using Remanence.Cli.Connections;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Terminal;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Stores;

namespace Remanence.Cli.Commands;

/// <summary>A conversation with memory on the terminal.</summary>
internal sealed class ChatCommand : CliCommand
{
    // Who names nobody still is somebody: what they say is not for the whole workspace.
    private const string DefaultUser = "user";
    private const string DefaultSession = "chat";
    private static readonly string[] Nameless = [DefaultUser, "用户"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Option<bool> _noStream = new("--no-stream") { Description = "Show answers when they are complete, not as they come." };
    private readonly Option<string?> _language = new("--language")
    {
        Description = "The language of prompts: en or zh (default: that of what is said).",
        HelpName = "LANGUAGE",
    };
    private readonly Option<string?> _name = new("--name") { Description = "What you are called.", HelpName = "NAME" };
    private readonly Option<string?> _assistant = new("--assistant-name") { Description = "What the assistant is called (default: AI).", HelpName = "NAME" };
    private readonly ScopeOptions _scope;

    public ChatCommand(CliContext context)
        : base(
            context,
            "chat",
            "Talk with a chat model that remembers; /help in it lists its commands. Without a model, see what is remembered about what you say.",
            "remanence chat --user ada llm.default.model_name=qwen3 llm.default.base_url=http://127.0.0.1:11434/v1",
            "remanence chat --user ada --session monday --name Ada",
            "printf 'Where do I live?\\n/why\\n' | remanence chat --user ada --json")
    {
        Options.Add(_noStream);
        Options.Add(_language);
        Options.Add(_name);
        Options.Add(_assistant);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var named = _scope.Read(run.Parse);
        var settings = run.LoadSettings();
        var scope = named with { User = named.User ?? settings.ChatHumanName ?? DefaultUser, Session = named.Session ?? DefaultSession };
        var options = Read(run);
        await using var connection = await run.ConnectToStoreAsync(cancellationToken);
        using var model = ConfiguredModels.FindChat(settings, run.Time);
        var engine = settings.JobsWorkers > 0 ? connection.Service as MemoryEngine : null;
        if (engine is not null)
        {
            await engine.StartJobsAsync(cancellationToken);
        }

        var lines = new LineSource(run.Console);
        var view = new ChatView(run, lines, options.HumanName ?? scope.User, options.AssistantName);
        if (model is null)
        {
            view.Note("remanence: no chat model is configured (docs/models.md): what you say is kept, and what is remembered about it is shown.");
        }

        var session = new ChatSession(connection.Service, model?.Client, scope, options, view, run.Time)
        {
            Streams = !run.Parse.GetValue(_noStream) && settings.ChatStream != false,
        };
        try
        {
            return await new ChatLoop(run, session, lines).RunAsync(cancellationToken);
        }
        finally
        {
            if (engine is not null)
            {
                await SettleAsync(engine, scope, run.Time);
            }
        }
    }

    private MemoryChatOptions Read(CommandRun run)
    {
        // Who is called what everybody is called has no name.
        var settings = run.LoadSettings();
        return new MemoryChatOptions
        {
            HumanName = run.Parse.GetValue(_name) ?? (Nameless.Contains(settings.ChatHumanName, StringComparer.Ordinal) ? null : settings.ChatHumanName),
            AssistantName = run.Parse.GetValue(_assistant) ?? settings.ChatAssistantName,
            Language = PromptLanguages.Parse(run.Parse.GetValue(_language) ?? settings.Configuration.Language),
        };
    }

    // Jobs are durable: what is not done after a moment goes on with the next start.
    private static async Task SettleAsync(MemoryEngine engine, Scope scope, TimeProvider time)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        var running = new PageQuery { Scope = new Scope(scope.Workspace), Limit = 1 };
        try
        {
            while ((await engine.ListJobsAsync(running, [JobState.Running], patience.Token)).Items.Count > 0)
            {
                await Task.Delay(Look, time, patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Enough waited.
        }

        await engine.StopJobsAsync(patience.Token);
    }
}
