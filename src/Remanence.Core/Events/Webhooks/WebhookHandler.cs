using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Wire;

namespace Remanence.Events.Webhooks;

/// <summary>Tells one receiver what changed since it was last told: commit by commit, in order, each at least once.</summary>
internal sealed class WebhookHandler(IChangeFeed feed, WebhookOptions options, TimeProvider time) : JobHandler, IDisposable
{
    private const int MaxCommits = 50;

    // Whoever commits wakes the job; this is for the commits of a process that died before it could.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Uri> _receivers = options.Urls.DistinctBy(url => url.AbsoluteUri, StringComparer.Ordinal)
        .ToDictionary(WebhookPosition.ReceiverOf, StringComparer.Ordinal);

    private readonly WebhookSender _sender = new(options, time);

    public override string Kind => JobKinds.Webhook;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        var position = WebhookPosition.Of(run.Job);
        if (!_receivers.TryGetValue(position.Receiver, out var url))
        {
            // Taken out of the configuration; should it come back, it begins anew.
            return null;
        }

        var workspace = run.Job.Scope.Workspace;
        var commits = await ReadAsync(workspace, position.After, cancellationToken);
        if (commits.Count == 0)
        {
            throw new JobDeferredException(Idle);
        }

        var told = position.After;
        try
        {
            foreach (var (sequence, changes) in commits)
            {
                await SendAsync(url, workspace, sequence, changes, cancellationToken);
                told = sequence;
            }
        }
        catch (Exception exception) when (exception is WebhookDeliveryException or OperationCanceledException && told > position.After)
        {
            // What was taken is not sent again; the next job goes on where this one could not.
        }

        var now = time.GetUtcNow();
        return new ChangeSet
        {
            Id = run.ChangeSetId,
            Workspace = workspace,
            At = now,
            Actor = JobKinds.Webhook,
            Jobs = [(position with { After = told }).ToJob(workspace, now)],
        };
    }

    public void Dispose() => _sender.Dispose();

    // The feed has its own order; the oldest commits are kept, the others are read again later.
    private async Task<SortedDictionary<long, List<MemoryChange>>> ReadAsync(string workspace, long after, CancellationToken cancellationToken)
    {
        var commits = new SortedDictionary<long, List<MemoryChange>>();
        var last = long.MaxValue;
        await foreach (var change in feed.ReadChangesAsync(workspace, after, cancellationToken))
        {
            if (change.Sequence > last)
            {
                continue;
            }

            if (!commits.TryGetValue(change.Sequence, out var changes))
            {
                commits.Add(change.Sequence, changes = []);
            }

            changes.Add(change);
            if (commits.Count > MaxCommits)
            {
                commits.Remove(commits.Keys.Last());
                last = commits.Keys.Last();
            }
        }

        return commits;
    }

    private async Task SendAsync(Uri url, string workspace, long sequence, List<MemoryChange> changes, CancellationToken cancellationToken)
    {
        var part = 0;
        foreach (var chunk in changes.Chunk(options.MaxChanges))
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{sequence}.{part++}");
            var id = "msg_" + Identifiers.From(workspace, number, WebhookPosition.ReceiverOf(url));
            await _sender.SendAsync(url, id, Body(workspace, sequence, chunk), cancellationToken);
        }
    }

    private byte[] Body(string workspace, long sequence, MemoryChange[] changes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "memories.changed");
            writer.WriteString("timestamp", time.GetUtcNow());
            writer.WriteString("workspace", workspace);
            writer.WriteNumber("sequence", sequence);
            writer.WriteStartArray("changes");
            foreach (var change in changes)
            {
                JsonSerializer.Serialize(writer, ChangeDocument.From(change), RemanenceJson.Default.ChangeDocument);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
