using Remanence;
using Remanence.Editing;
using Remanence.Ingest.Times;
using Remanence.Memories;

namespace OwnLearning;

// What a conversation's new messages come to: a memory for each "errand:". Ids are made of where it was said: the same message twice is one.
public sealed class ErrandPlan(string resourceId) : MemoryPlan
{
    public const string Keyword = "errand";

    public override string Actor => Keyword;

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (edits, forgotten) = (new MemoryEdits(), await memories.ForgottenAsync(scope, cancellationToken));
        var conversation = await memories.MessagesAsync(scope, resourceId, cancellationToken).ToListAsync(cancellationToken);
        foreach (var (said, time) in conversation.Zip(SaidTimes.Of([.. conversation.Select(kept => kept.Message)], now)))
        {
            var text = said.Message.Content;
            if (text.StartsWith(Keyword + ":", StringComparison.OrdinalIgnoreCase) && MemoryAccess.MayLearnFrom(text) && !forgotten.Covers(said))
            {
                edits.Inserts.Add(new Memory
                {
                    Id = Identifiers.From(Keyword, scope.Workspace, said.ResourceId, said.Message.Id),
                    Scope = scope.ToPerson(),
                    Kind = MemoryKinds.Observation,
                    Content = text[(Keyword.Length + 1)..].Trim(),
                    ObservedAt = time,
                    RecordedAt = now,
                    UpdatedAt = now,
                    Keywords = [Keyword],
                    Sources = [new MemorySource { ResourceId = said.ResourceId, MessageId = said.Message.Id }],
                });
            }
        }

        return edits;
    }
}
