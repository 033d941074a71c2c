using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Stores.History;

namespace Remanence.Stores;

/// <content>Change sets, and all that they hold.</content>
public static partial class StoreArguments
{
    /// <summary>Checks a change set.</summary>
    /// <param name="changes">The change set.</param>
    public static void Check(ChangeSet changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        RequireStored(changes.Id, "A change set's id");
        RequireStored(changes.Workspace, "A workspace's name");
        RequireStored(changes.Actor, "An actor");
        CheckStored(changes.Reason, "A reason");
        CheckStored(changes.Fingerprint, "A fingerprint");
        foreach (var lease in changes.Leases)
        {
            RequireStored(lease.JobId, "A job's id");
            RequireStored(lease.Owner, "A lease's owner");
        }

        foreach (var read in changes.Reads)
        {
            CheckScope(read.Scope, changes.Workspace);
            RequireStored(read.Kinds, "A memory's kind");
        }

        foreach (var resource in changes.Resources)
        {
            RequireStored(resource.Id, "A resource's id");
            CheckScope(resource.Scope, changes.Workspace);
            RequireStored(resource.Modality, "A modality");
            CheckStored(resource.Name, "A resource's name");
            CheckStored(resource.MediaType, "A media type");
            CheckStored(resource.Text, "A resource's text");
            CheckJson(resource.Metadata, "A resource's metadata");
        }

        foreach (var message in changes.Messages)
        {
            Check(message);
        }

        foreach (var memory in changes.Inserts)
        {
            Check(memory, changes.Workspace);
        }

        foreach (var update in changes.Updates)
        {
            Check(update.Memory, changes.Workspace);
        }

        foreach (var supersession in changes.Supersessions)
        {
            RequireText(supersession.MemoryId, "A memory's id");
            RequireText(supersession.SuccessorId, "A successor's id");
            if (supersession.MemoryId == supersession.SuccessorId)
            {
                throw new ArgumentException("A memory cannot be superseded by itself.", nameof(changes));
            }
        }

        CheckTexts(changes.Deletions, "A memory's id");
        foreach (var category in changes.Categories)
        {
            RequireStored(category.Id, "A category's id");
            CheckScope(category.Scope, changes.Workspace);
            RequireStored(category.Name, "A category's name");
            CheckStored(category.Description, "A category's description");
            CheckStored(category.Summary, "A category's summary");
        }

        CheckTexts(changes.CategoryDeletions, "A category's id");
        foreach (var entry in changes.History)
        {
            Check(entry, changes.Workspace);
        }

        CheckSpaces(changes);
        foreach (var job in changes.Jobs)
        {
            Check(job);
            CheckScope(job.Scope, changes.Workspace);
        }
    }

    /// <summary>Checks an embedding space.</summary>
    /// <param name="space">The space.</param>
    public static void Check(EmbeddingSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        RequireText(space.Name, "A space's name");
        RequireText(space.Hash, "A space's hash");
        ArgumentOutOfRangeException.ThrowIfLessThan(space.Dimensions, 1, nameof(space));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(space.Dimensions, EmbeddingSpace.MaxDimensions, nameof(space));
    }

    private static void Check(Memory memory, string workspace)
    {
        ArgumentNullException.ThrowIfNull(memory);
        RequireStored(memory.Id, "A memory's id");
        CheckScope(memory.Scope, workspace);
        RequireStored(memory.Kind, "A memory's kind");
        RequireStored(memory.Author, "A memory's author");
        CheckStored(memory.Role, "A memory's role");
        CheckStored(memory.Name, "A memory's name");
        RequireStored(memory.Content, "A memory's content");
        CheckStored(memory.Trigger, "A memory's trigger");
        CheckStored(memory.SupersededBy, "A successor's id");
        RequireStored(memory.Keywords, "A keyword");
        RequireStored(memory.Categories, "A category's id");
        CheckJson(memory.Metadata, "A memory's metadata");
        Check(memory.State);
        if (memory.Score is { } score && !double.IsFinite(score))
        {
            throw new ArgumentException("A memory's score must be a finite number.", nameof(memory));
        }

        for (var i = 0; i < memory.Sources.Count; i++)
        {
            RequireStored(memory.Sources[i].ResourceId, "A source's resource id");
            CheckStored(memory.Sources[i].MessageId, "A source's message id");
            CheckStored(memory.Sources[i].Quote, "A quote");
        }

        for (var i = 0; i < memory.Links.Count; i++)
        {
            RequireStored(memory.Links[i].MemoryId, "A link's memory id");
            RequireStored(memory.Links[i].Relation, "A link's relation");
        }
    }

    private static void Check(MemoryState? state)
    {
        if (state is null)
        {
            return;
        }

        const string What = "A memory's state";
        CheckStored(state.Fact?.Subject, What);
        CheckStored(state.Fact?.Attribute, What);
        CheckStored(state.Fact?.Value, What);
        CheckStored(state.Fact?.Reason, What);
        CheckStored(state.Insight?.Subject, What);
        CheckStored(state.Recurrence, What);
        CheckStored(state.Foreign?.Format, What);
        foreach (
            var texts in new[]
            {
                state.Fact?.Said,
                state.Fact?.Places?.Select(place => place.Said).ToList(),
                state.Forgotten,
                state.Withholds,
                state.Experience?.Runs,
            })
        {
            RequireStored(texts ?? [], What);
        }

        foreach (var json in state.Tool?.Results ?? [])
        {
            CheckJson(json, What);
        }

        CheckJson(state.Foreign?.Fields, What);
    }

    private static void Check(StoredMessage message)
    {
        RequireStored(message.ResourceId, "A message's resource id");
        if (message.Position < 0)
        {
            throw new ArgumentException("A message's position counts from 0.", nameof(message));
        }

        RequireStored(message.Message.Id, "A stored message's id");
        RequireStored(message.Message.Role, "A message's role");
        CheckStored(message.Message.Name, "A message's name");
        RequireStored(message.Message.Content, "A message's content");
    }

    private static void CheckSpaces(ChangeSet changes)
    {
        EmbeddingSpace?[] spaces = [changes.BuildSpace, changes.ActivateSpace, .. changes.DropSpaces, .. changes.Vectors.Select(vectors => vectors.Space)];
        foreach (var space in spaces.OfType<EmbeddingSpace>())
        {
            Check(space);
        }

        foreach (var (space, memories) in changes.Vectors)
        {
            foreach (var memory in memories)
            {
                RequireText(memory.MemoryId, "A memory's id");
                if (memory.Passages.Any(passage => passage.Values.Length != space.Dimensions))
                {
                    throw new ArgumentException($"Vectors of the space {space.Name} have {space.Dimensions} dimensions.", nameof(changes));
                }
            }
        }
    }

    private static void Check(HistoryEntry entry, string workspace)
    {
        RequireStored(entry.MemoryId, "A memory's id");
        RequireStored(entry.Actor, "An actor");
        CheckStored(entry.Reason, "A reason");
        if (entry.Before is not null)
        {
            Check(entry.Before, workspace);
        }

        if (entry.After is not null)
        {
            Check(entry.After, workspace);
        }
    }

    private static void CheckScope(Scope scope, string workspace)
    {
        CheckStoredScope(scope);
        if (scope.Workspace != workspace)
        {
            throw new ArgumentException("Everything in a change set belongs to its workspace.", nameof(scope));
        }
    }
}
