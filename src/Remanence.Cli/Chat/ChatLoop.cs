using Remanence.Chat;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;

namespace Remanence.Cli.Chat;

/// <summary>Reads lines and answers them until the input ends, /exit, or Ctrl-C twice. A failure costs a line; the conversation goes on.</summary>
internal sealed class ChatLoop(CommandRun run, ChatSession session, LineSource lines)
{
    private readonly ChatView _view = session.View;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (line, left) = await ReadAsync(cancellationToken);
            if (left)
            {
                return ExitCodes.Cancelled;
            }

            if (line is null || await LeavesAsync(line, cancellationToken))
            {
                return ExitCodes.Ok;
            }
        }
    }

    // At the prompt, the first Ctrl-C asks and the second leaves. Where nobody types, there is nobody to ask.
    private async Task<(string? Line, bool Left)> ReadAsync(CancellationToken cancellationToken)
    {
        for (var asked = !run.Console.IsInputTerminal; ; asked = true)
        {
            _view.Prompt();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            using var taken = run.Interrupts.Take(() => _ = stop.CancelAsync());
            try
            {
                return (await lines.ReadAsync(stop.Token), false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                if (asked)
                {
                    return (null, true);
                }

                _view.Note(string.Empty);
                _view.Note("Leave? Ctrl-C again does; /exit, too.");
            }
        }
    }

    private async Task<bool> LeavesAsync(string line, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return false;
        }

        var isSaid = line[0] != SlashCommands.Slash || line.StartsWith("//", StringComparison.Ordinal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var taken = run.Interrupts.Take(() => _ = stop.CancelAsync());
        try
        {
            if (isSaid)
            {
                await AnswerAsync(line[0] == SlashCommands.Slash ? line[1..] : line, stop.Token);
                return false;
            }

            var answer = await SlashCommands.RunAsync(session, line.Trim(), stop.Token);
            if (!answer.Leaves)
            {
                _view.Show(line, answer);
            }

            return answer.Leaves;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _view.Note(isSaid ? "Stopped. What you said is kept." : "Stopped.");
            return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _view.Failure(line, failure);
            return false;
        }
    }

    private async Task AnswerAsync(string query, CancellationToken cancellationToken)
    {
        var streams = session.Streams && !_view.IsJson;
        var reply = streams ? await StreamAsync(query, cancellationToken) : await session.Chat.AskAsync(query, cancellationToken: cancellationToken);
        session.Last = reply;
        _view.Answer(query, session.Chat.Scope.Session, reply, shown: streams);
    }

    private async Task<ChatReply> StreamAsync(string query, CancellationToken cancellationToken)
    {
        TextFlow? flow = null;
        ChatReply? reply = null;
        try
        {
            await foreach (var update in session.Chat.StreamAsync(query, cancellationToken: cancellationToken))
            {
                if (update.Text.Length > 0)
                {
                    flow ??= _view.Begin();
                    flow.Write(update.Text);
                }

                reply = update.Reply;
            }
        }
        finally
        {
            if (flow is not null)
            {
                _view.End();
            }
        }

        return reply!;
    }
}
