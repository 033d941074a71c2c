using System.Text.Json;
using Remanence.Jobs;
using Remanence.Memories;

namespace Remanence.Events.Webhooks;

/// <summary>
/// How far one receiver has been told of one workspace: the payload of the job that goes on from there. When it has, the next one is queued in the same
/// commit, so the position is neither lost nor held twice.
/// </summary>
/// <param name="Receiver">A digest of the receiver's URL, which may hold a secret.</param>
/// <param name="After">The last commit told.</param>
internal sealed record WebhookPosition(string Receiver, long After)
{
    public static string ReceiverOf(Uri url) => Identifiers.From("receiver", url.AbsoluteUri);

    /// <summary>A scope of its own for each receiver: a slow one holds up neither another nor the workspace's own jobs.</summary>
    public static Scope ScopeOf(string workspace, string receiver) => new(workspace, Session: "webhook/" + receiver);

    public static WebhookPosition Of(Job job) => job.Payload!.Value.Deserialize(WebhookJson.Default.WebhookPosition)!;

    public Job ToJob(string workspace, DateTimeOffset now) => new()
    {
        Id = Identifiers.New(now),
        Scope = ScopeOf(workspace, Receiver),
        Kind = JobKinds.Webhook,
        Payload = JsonSerializer.SerializeToElement(this, WebhookJson.Default.WebhookPosition),
        DueAt = now,
        RecordedAt = now,
        UpdatedAt = now,
    };
}
