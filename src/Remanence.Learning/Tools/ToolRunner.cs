using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Diagnostics;

namespace Remanence.Tools;

/// <summary>
/// Carries out the calls of a model, each within its time and each result within its length. What goes wrong is the call's result, for the model to read.
/// </summary>
internal sealed class ToolRunner(ToolSet tools, TimeSpan limit, int maxResult, TimeProvider time, IServiceProvider services)
{
    // A reply with more calls than that is a model out of control.
    private const int MaxCalls = 16;
    private const int MaxReason = 500;

    /// <summary>All calls of one reply, side by side; the results in the order of the calls.</summary>
    public Task<string[]> RunAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken) =>
        Task.WhenAll(calls.Select((call, i) => i < MaxCalls
            ? RunAsync(call, cancellationToken)
            : Task.FromResult($"Not called: at most {MaxCalls} calls are made at once. Call again with fewer.")));

    private async Task<string> RunAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (tools.Find(call.Name) is not { } tool)
        {
            var known = string.Join(", ", tools.Tools.Select(other => other.Name));
            return $"There is no tool {Printable.Show(call.Name)}; {(known.Length == 0 ? "there are none" : "there are " + known)}.";
        }

        return call.Exception is not null
            ? $"{tool.Name} was not called: its arguments are no JSON object. Call it again with arguments that are."
            : ShortText.CutMiddle(await InvokeAsync(tool, call, cancellationToken), maxResult);
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever a tool throws is told to the model, which can try another way.")]
    private async Task<string> InvokeAsync(AIFunction tool, FunctionCallContent call, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        try
        {
            var arguments = new AIFunctionArguments(call.Arguments, StringComparer.Ordinal) { Services = services };

            // A tool that does not heed the token is left behind.
            var result = await tool.InvokeAsync(arguments, any.Token).AsTask().WaitAsync(any.Token);
            return Text(result) is { } text && !string.IsNullOrWhiteSpace(text) ? text : $"{tool.Name} gave nothing.";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            return $"{tool.Name} failed: it took longer than {limit.TotalSeconds:0.###} s and was given up.";
        }
        catch (Exception exception)
        {
            return $"{tool.Name} failed: {Reason(exception)}";
        }
    }

    // Only what was made to be shown: other messages may hold anything.
    private static string Reason(Exception exception) =>
        exception is RemanenceException ? Printable.Line(ShortText.Cut(exception.Message, MaxReason)) : $"{exception.GetType().Name}.";

    private static string? Text(object? result) => result switch
    {
        null => null,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement json => json.GetRawText(),
        AIContent content => Text(content),
        IEnumerable<AIContent> contents => string.Join('\n', contents.Select(Text)),
        _ => result.ToString(),
    };

    private static string Text(AIContent content) => content switch
    {
        TextContent text => text.Text,
        DataContent data => $"[{data.MediaType}, which cannot be shown]",
        _ => $"[{content.GetType().Name}, which cannot be shown]",
    };
}
