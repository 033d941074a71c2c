using System.Security.Cryptography;
using System.Text.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Wire;

namespace Remanence.Cli.Conversations;

/// <summary>Cuts a file's messages into calls that every service takes.</summary>
internal static class MessageBatches
{
    private const int MaxMessages = 1_000;

    // A server takes 32 MiB a call by default; JSON and UTF-8 may blow a character up to six bytes.
    private const int MaxCharacters = 2_000_000;

    public static IEnumerable<MemorizeRequest> Create(IEnumerable<Message> messages, Scope scope, bool infer, bool isFile)
    {
        var number = 0;
        foreach (var batch in Cut(messages))
        {
            var request = new MemorizeRequest
            {
                Messages = batch,
                UserId = scope.User,
                AgentId = scope.Agent,
                SessionId = scope.Session,
                Infer = infer,
            };

            // The same file again stores only what is missing, as after a cut-off run. A text that is typed twice is said twice.
            yield return isFile ? request with { IdempotencyKey = Key(request, number++) } : request;
        }
    }

    private static string Key(MemorizeRequest request, int number)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(request, RemanenceJson.Default.MemorizeRequest);
        return $"cli-{Convert.ToHexStringLower(SHA256.HashData(content)).AsSpan(0, 40)}-{number}";
    }

    private static IEnumerable<List<Message>> Cut(IEnumerable<Message> messages)
    {
        var batch = new List<Message>();
        var characters = 0;
        foreach (var message in messages)
        {
            if (batch.Count == MaxMessages || (batch.Count > 0 && characters + message.Content.Length > MaxCharacters))
            {
                yield return batch;
                batch = [];
                characters = 0;
            }

            batch.Add(message);
            characters += message.Content.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
