using Remanence.Chat;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Memories;

namespace Remanence.Cli.Chat;

/// <summary>
/// What a conversation shows: answers and results on standard output, as text or as one JSON object each; questions, notes and failures on standard error.
/// </summary>
internal sealed class ChatView(CommandRun run, LineSource lines, string human, string assistant)
{
    private const int VerbatimShown = 5;
    private readonly bool _isDialogue = run.Console.IsInputTerminal && run.Console.IsErrorTerminal && !run.Output.IsJson;

    public bool IsJson => run.Output.IsJson;

    public static bool IsYes(string? answer) => answer?.Trim().ToUpperInvariant() is "Y" or "YES";

    /// <summary>Invites to type, where somebody does.</summary>
    public void Prompt()
    {
        if (_isDialogue)
        {
            run.Console.Error.Write($"> {TerminalText.Line(human)}: ");
            run.Console.Error.Flush();
        }
    }

    /// <summary>Asks something beside the conversation; the next line of input is the answer.</summary>
    /// <returns>Null at the end of the input, and for Ctrl-C.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        await run.Console.Error.WriteAsync(TerminalText.Line(question) + " ");
        await run.Console.Error.FlushAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var taken = run.Interrupts.Take(() => _ = stop.CancelAsync());
        try
        {
            return await lines.ReadAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!_isDialogue)
            {
                await run.Console.Error.WriteLineAsync();
            }
        }
    }

    /// <summary>A remark that is no result.</summary>
    public void Note(string text) => run.Console.Error.WriteLine(TerminalText.Line(text));

    public void Failure(string input, Exception failure)
    {
        foreach (var line in Failures.Lines(failure))
        {
            run.Console.Error.WriteLine(line);
        }

        if (IsJson)
        {
            run.Console.Out.WriteLine(ChatJson.Failure(input, Failures.Line(failure)));
        }
    }

    /// <summary>Begins an answer that comes in pieces.</summary>
    public TextFlow Begin()
    {
        Speaker();
        return new TextFlow(run.Console.Out);
    }

    public void End() => run.Console.Out.WriteLine();

    /// <summary>A whole answer, or what there is in its place.</summary>
    public void Answer(string input, string? session, ChatReply reply, bool shown)
    {
        if (IsJson)
        {
            run.Console.Out.WriteLine(ChatJson.Turn(input, session, reply));
            return;
        }

        if (reply.Mode == Services.Modes.Verbatim)
        {
            Remembered(reply);
        }
        else if (!shown)
        {
            Speaker();
            run.Console.Out.WriteLine(TerminalText.Block(reply.Text));
        }

        if (reply.Degraded is { } degraded)
        {
            Note("remanence: " + degraded);
        }
    }

    public void Show(string input, SlashAnswer answer)
    {
        if (IsJson)
        {
            run.Console.Out.WriteLine(ChatJson.Slash(SlashCommands.NameOf(input), answer));
            return;
        }

        Write(answer);
    }

    /// <summary>Memories to choose from.</summary>
    public void Numbered(IReadOnlyList<Memory> memories)
    {
        for (var i = 0; i < memories.Count; i++)
        {
            run.Console.Error.WriteLine($"{i + 1,2}. {TerminalText.Line(memories[i].Content)}");
        }
    }

    public void Clear()
    {
        if (run.Console.IsOutputTerminal && !IsJson)
        {
            run.Output.Text.Clear(home: true);
        }
    }

    /// <summary>Shows an answer anew at an interval until Ctrl-C; once, where nobody watches a screen.</summary>
    public async Task<SlashAnswer> RepeatAsync(Func<Task<SlashAnswer>> answer, TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!run.Console.IsOutputTerminal || IsJson)
        {
            return await answer();
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var taken = run.Interrupts.Take(() => _ = stop.CancelAsync());
        while (!stop.IsCancellationRequested)
        {
            Clear();
            Write(await answer());
            Note($"Every {interval.TotalSeconds:0} s, until Ctrl-C.");
            await Task.WhenAny(Task.Delay(interval, time, stop.Token));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new SlashAnswer();
    }

    private void Speaker()
    {
        if (_isDialogue)
        {
            run.Console.Out.Write($"> {TerminalText.Line(assistant)}: ");
        }
    }

    private void Remembered(ChatReply reply)
    {
        run.Output.Line(reply.Memories.Count > 0 ? "Kept. What is remembered about it:" : "Kept. Nothing is remembered about it yet.");
        for (var i = 0; i < Math.Min(VerbatimShown, reply.Memories.Count); i++)
        {
            MemoryPrinter.Result(run.Output.Text, i + 1, reply.Memories[i] with { Explanation = null });
        }
    }

    private void Write(SlashAnswer answer)
    {
        foreach (var line in answer.Lines)
        {
            run.Output.Line(line);
        }

        foreach (var item in answer.Profile?.Items ?? [])
        {
            run.Output.Line($"- {item.Text}");
        }

        for (var i = 0; i < answer.Found.Count; i++)
        {
            MemoryPrinter.Result(run.Output.Text, i + 1, answer.Found[i]);
        }

        foreach (var group in answer.Groups)
        {
            run.Output.Line($"{group.Title}:");
            foreach (var memory in group.Memories)
            {
                MemoryPrinter.Line(run.Output.Text, memory, run.Output.Text.Profile.Width);
            }

            if (group.More > 0)
            {
                run.Output.Line($"  and {group.More} more");
            }
        }
    }
}
