using System.Text.Json;
using System.Text.Json.Nodes;
using Remanence.Benchmarks.Synthetic;
using Remanence.Messages;

namespace Remanence.Benchmarks.Soak;

/// <summary>
/// Who uses the server: people who talk and are consolidated, who search, and who erase; each has a workspace, and what is said there goes again, so that
/// nothing grows.
/// </summary>
internal sealed class SoakActors(SoakTraffic traffic)
{
    public const string Search = "search";
    public const string Say = "say";
    public const string Add = "add";
    public const string Erase = "erase";
    private const int People = 4;
    private const int Kept = 2_000;
    private const int PerCall = 5;

    // A person says something that often; a loop without pauses would measure the client's cores.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly List<Message> _messages = Corpus.Messages(20_000);
    private readonly string[] _questions = Corpus.Questions(1_000);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<Func<CancellationToken, Task>> loops = [EraseAsync];
        for (var i = 0; i < People; i++)
        {
            var person = i;
            loops.Add(token => TalkAsync(person, token));
            loops.Add(token => SearchAsync(person, token));
        }

        try
        {
            await Task.WhenAll(loops.Select(loop => Task.Run(() => loop(cancellationToken), cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    // Every so often the person is consolidated; when enough was said, all of it is erased.
    private async Task TalkAsync(int person, CancellationToken cancellationToken)
    {
        var at = $"/v1/workspaces/soak-{person}";
        for (var i = 0; ; i++)
        {
            var said = new JsonArray();
            foreach (var message in Enumerable.Range(0, PerCall).Select(k => _messages[((i * PerCall) + k + (person * 997)) % _messages.Count]))
            {
                said.Add(new JsonObject { ["role"] = "user", ["content"] = message.Content });
            }

            await traffic.AskAsync(
                Say,
                HttpMethod.Post,
                at + "/messages",
                new JsonObject
                {
                    ["user_id"] = "p",
                    ["session_id"] = $"s{i / 20}",
                    ["messages"] = said,
                },
                cancellationToken);
            if (i % 50 == 49)
            {
                await traffic.AskAsync("consolidate", HttpMethod.Post, at + "/consolidate?user_id=p", new JsonObject(), cancellationToken);
            }

            if (i % (Kept / PerCall) == (Kept / PerCall) - 1)
            {
                await traffic.AskAsync("erase a person", HttpMethod.Delete, at + "/memories?user_id=p", null, cancellationToken);
            }

            await Task.Delay(Pause * 5, cancellationToken);
        }
    }

    private async Task SearchAsync(int person, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var body = new JsonObject { ["query"] = _questions[((i * 7) + person) % _questions.Length], ["user_id"] = "p" };
            await traffic.AskAsync(Search, HttpMethod.Post, $"/v1/workspaces/soak-{person}/search", body, cancellationToken);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task EraseAsync(CancellationToken cancellationToken)
    {
        const string at = "/v1/workspaces/soak-erase/memories";
        var kept = new Queue<string>();
        for (var i = 0; ; i++)
        {
            var body = new JsonObject { ["kind"] = "note", ["content"] = $"Note {i}: {_messages[i % _messages.Count].Content}" };
            if (await traffic.AskAsync(Add, HttpMethod.Post, at, body, cancellationToken) is { ValueKind: JsonValueKind.Object } added)
            {
                kept.Enqueue(added.GetProperty("id").GetString()!);
            }

            // On a full disk erasing must go on, and adding will fail.
            if (kept.Count > 500 || (traffic.MayBeFull && kept.Count > 100))
            {
                await traffic.AskAsync(Erase, HttpMethod.Delete, $"{at}/{kept.Dequeue()}?erase=true", null, cancellationToken);
            }

            await Task.Delay(Pause * 2, cancellationToken);
        }
    }
}
