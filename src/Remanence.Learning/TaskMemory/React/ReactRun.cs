using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Diagnostics;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.Tools;

namespace Remanence.TaskMemory.React;

/// <summary>One conversation of the model with its tools. Not thread-safe.</summary>
internal sealed class ReactRun(IChatClient model, ReactPrompts prompts, ToolSet tools, ToolRunner runner, AnswerForm form, TimeProvider time)
{
    private const int MaxFindings = 60_000;
    private readonly List<ChatMessage> _conversation = [];
    private readonly StringBuilder _findings = new();

    /// <summary>The conversation so far, as an answer shows it.</summary>
    public List<JsonObject> Messages { get; } = [];

    /// <exception cref="ModelException">The model does not answer.</exception>
    public async Task<string> AnswerAsync(ReactQuestion question, int maxSteps, CancellationToken cancellationToken)
    {
        Say(ChatRole.User, prompts.Start(question, tools.Tools.Select(tool => tool.Name)));
        var options = tools.Tools.Count == 0
            ? null
            : new ChatOptions { Tools = [.. tools.Tools], ToolMode = ChatToolMode.Auto, AllowMultipleToolCalls = true };
        for (var step = 0; step < maxSteps; step++)
        {
            var reply = await model.GetResponseAsync(_conversation, options, cancellationToken);
            var calls = Calls(reply);
            if (calls.Count == 0)
            {
                return Final(reply);
            }

            Show(SaidIn(reply, calls));
            _conversation.AddRange(reply.Messages);
            await CallAsync(calls, cancellationToken);
        }

        // A fresh conversation without tools: some endpoints refuse one that holds calls and names no tools.
        var last = prompts.Conclude(question, ShortText.CutMiddle(_findings.ToString(), MaxFindings));
        Show(new ChatMessage(ChatRole.User, last));
        return Final(await model.GetResponseAsync([new ChatMessage(ChatRole.User, last)], cancellationToken: cancellationToken));
    }

    private static List<FunctionCallContent> Calls(ChatResponse reply) =>
        [.. reply.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    private async Task CallAsync(List<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        var results = await runner.RunAsync(calls, cancellationToken);
        var contents = new List<AIContent>();
        foreach (var (call, result) in calls.Zip(results))
        {
            contents.Add(new FunctionResultContent(call.CallId, UntrustedText.Quote("result", result)));
            Show(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]));
            _findings
                .Append(_findings.Length == 0 ? "" : "\n\n")
                .Append(call.Name)
                .Append(' ')
                .Append(AnswerForm.ArgumentsOf(call))
                .Append('\n')
                .Append(result);
        }

        _conversation.Add(new ChatMessage(ChatRole.Tool, contents));
    }

    private string Final(ChatResponse reply)
    {
        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            throw new ModelException(ModelFailure.BadReply, "The model answered with nothing; ask again or use another model.");
        }

        Show(SaidIn(reply, []));
        return reply.Text.Trim();
    }

    private void Say(ChatRole role, string text)
    {
        _conversation.Add(new ChatMessage(role, text));
        Show(new ChatMessage(role, text));
    }

    private void Show(ChatMessage message) => Messages.Add(form.Write(message, time.GetUtcNow()));

    private static ChatMessage SaidIn(ChatResponse reply, IReadOnlyList<FunctionCallContent> calls) =>
        new(
            ChatRole.Assistant,
            [.. reply.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>(), new TextContent(reply.Text.Trim()), .. calls]);
}
