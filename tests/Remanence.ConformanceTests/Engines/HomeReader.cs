using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Remanence.ConformanceTests.Engines;

/// <summary>A model that reads where somebody lives, and finds that nobody lives in two places.</summary>
/// <param name="compares">Whether only comparing tells that two facts exclude each other; otherwise they name their attribute.</param>
internal sealed partial class HomeReader(bool compares) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        // Another thread's turn, as it is while an endpoint answers.
        await Task.Yield();
        var prompt = string.Join('\n', messages.Select(message => message.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Said().IsMatch(prompt) ? Read(prompt) : Compare(prompt)))
        {
            FinishReason = ChatFinishReason.Stop,
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private string Read(string prompt)
    {
        var facts = Said()
            .Matches(prompt)
            .Select(match => match.Groups["number"].Value + "|" + match.Groups["home"].Value)
            .Distinct(StringComparer.Ordinal)
            .Select(pair =>
            {
                var (number, home) = (pair.Split('|')[0], pair.Split('|')[1]);
                var text = char.IsAscii(home[0]) ? $"The user lives in {home}." : $"用户住在{home}。";
                return compares
                    ? $$"""{"fact":"{{text}}","messages":[{{number}}]}"""
                    : $$"""{"fact":"{{text}}","messages":[{{number}}],"attribute":"home","value":"{{home}}","single":true}""";
            });
        return $$"""{"facts":[{{string.Join(',', facts)}}]}""";
    }

    private static string Compare(string prompt)
    {
        string[] found = [.. Fact().Matches(prompt).Select(match => match.Groups["number"].Value)];
        var pairs =
            from first in found
            from second in found
            where string.CompareOrdinal(first, second) < 0
            select $$"""{"first":{{first}},"second":{{second}},"relation":"against","text":null,"reason":null}""";
        return $$"""{"relations":[{{string.Join(',', pairs)}}]}""";
    }

    [GeneratedRegex(@"\[(?<number>\d+)\][^\n]*(?:I live in |我住在)(?<home>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Said();

    [GeneratedRegex(@"\[(?<number>\d+)\][^\n]*(?:The user lives in |用户住在)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fact();
}
