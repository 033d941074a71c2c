using System.Runtime.InteropServices;
using System.Text.Json;
using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Messages;

namespace Remanence.Stores;

/// <summary>
/// What every store refuses with <see cref="ArgumentException"/> before it touches anything, so that all refuse alike: text that is not
/// well-formed UTF-16 (a lone surrogate), text with a NUL where it would be stored, a scope of another workspace, a missing metadata value, a page size out of range.
/// </summary>
public static partial class StoreArguments
{
    /// <summary>Items of a page, at most.</summary>
    public const int MaxLimit = 1000;

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

    /// <summary>Checks the size of a page.</summary>
    /// <param name="limit">The items.</param>
    public static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }

    /// <summary>Checks a query of memories.</summary>
    /// <param name="query">The query.</param>
    public static void Check(MemoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckScope(query.Scope);
        CheckLimit(query.Limit);
    }

    /// <summary>Checks a query of a list.</summary>
    /// <param name="query">The query.</param>
    public static void Check(PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckScope(query.Scope);
        CheckLimit(query.Limit);
    }

    /// <summary>Checks a job.</summary>
    /// <param name="job">The job.</param>
    public static void Check(Jobs.Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        RequireStored(job.Id, "A job's id");
        CheckStoredScope(job.Scope);
        RequireStored(job.Kind, "A job's kind");
        CheckStored(job.Error, "A job's error");
        CheckStored(job.LeaseOwner, "A lease's owner");
        CheckJson(job.Payload, "A job's payload");
    }

    /// <summary>Checks a job and the state that shall replace it.</summary>
    /// <param name="update">Both.</param>
    public static void Check(JobUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        Check(update.Expected);
        Check(update.Changed);
        if (update.Expected.Id != update.Changed.Id || update.Expected.Scope != update.Changed.Scope)
        {
            throw new ArgumentException("A job keeps its id and its scope.", nameof(update));
        }
    }

    /// <summary>Checks what <see cref="MemoryStore.LeaseJobAsync"/> is asked.</summary>
    /// <param name="owner">The worker.</param>
    /// <param name="lease">The time.</param>
    /// <param name="kinds">The kinds.</param>
    public static void CheckLease(string owner, TimeSpan lease, IReadOnlyList<string> kinds)
    {
        RequireText(owner, nameof(owner));
        ArgumentOutOfRangeException.ThrowIfLessThan(lease, TimeSpan.Zero);
        CheckTexts(kinds, "A job's kind");
    }

    /// <summary>Checks what <see cref="MemoryStore.GetWaitingJobsAsync"/> is asked.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="limit">The limit.</param>
    public static void CheckWaiting(Scope scope, string kind, int limit)
    {
        CheckScope(scope);
        RequireText(kind, "A job's kind");
        CheckLimit(limit);
    }

    /// <summary>Checks whom an erasure names: never a whole workspace, which has its own method.</summary>
    /// <param name="scope">The scope.</param>
    public static void CheckErasable(Scope scope)
    {
        CheckScope(scope);
        if (scope.User is null && scope.Agent is null && scope.Session is null)
        {
            throw new ArgumentException("An erasure names a user, an agent or a session; a whole workspace is dropped.", nameof(scope));
        }
    }

    /// <summary>Checks a scope.</summary>
    /// <param name="scope">The scope.</param>
    public static void CheckScope(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        RequireText(scope.Workspace, "A workspace's name");
        CheckText(scope.User, "A user's id");
        CheckText(scope.Agent, "An agent's id");
        CheckText(scope.Session, "A session's id");
    }

    /// <summary>Checks texts, none of which may be null.</summary>
    /// <param name="values">The texts.</param>
    /// <param name="what">What they are, for the message.</param>
    public static void CheckTexts(IReadOnlyList<string> values, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var i = 0; i < values.Count; i++)
        {
            RequireText(values[i], what);
        }
    }

    /// <summary>Checks a text that must be there.</summary>
    /// <param name="value">The text.</param>
    /// <param name="what">What it is, for the message.</param>
    public static void RequireText(string? value, string what)
    {
        ArgumentNullException.ThrowIfNull(value, what);
        CheckText(value, what);
    }

    /// <summary>Checks a text that may be absent.</summary>
    /// <param name="value">The text.</param>
    /// <param name="what">What it is, for the message.</param>
    public static void CheckText(string? value, string what)
    {
        if (value is not null && !IsWellFormed(value))
        {
            throw new ArgumentException($"{what} holds half of a surrogate pair; only well-formed UTF-16 can be stored.", nameof(value));
        }
    }

    /// <summary>Whether a JSON value has a NUL in a string or a name, as the escape that it is in JSON.</summary>
    /// <param name="json">The value.</param>
    public static bool HoldsNul(JsonElement json) =>
        json.ValueKind != JsonValueKind.Undefined && JsonMarshal.GetRawUtf8Value(json).IndexOf("\\u0000"u8) >= 0
        && !AllTexts(json, text => !text.Contains('\0', StringComparison.Ordinal));

    /// <summary>Whether a text is well-formed UTF-16. A filter may hold one that is not; it equals nothing stored.</summary>
    /// <param name="text">The text.</param>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (!char.IsHighSurrogate(rest[at]) || at + 1 == rest.Length || !char.IsLowSurrogate(rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }

    private static void CheckStored(string? value, string what)
    {
        CheckText(value, what);
        if (value is not null && value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{what} holds a NUL character, which no store keeps; remove it.", nameof(value));
        }
    }

    private static void RequireStored(string? value, string what)
    {
        ArgumentNullException.ThrowIfNull(value, what);
        CheckStored(value, what);
    }

    private static void RequireStored(IReadOnlyList<string> values, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var i = 0; i < values.Count; i++)
        {
            RequireStored(values[i], what);
        }
    }

    private static void CheckStoredScope(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        RequireStored(scope.Workspace, "A workspace's name");
        CheckStored(scope.User, "A user's id");
        CheckStored(scope.Agent, "An agent's id");
        CheckStored(scope.Session, "A session's id");
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
        foreach (var texts in new[] { state.Fact?.Said, state.Forgotten, state.Withholds, state.Experience?.Runs })
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

    private static void CheckJson(JsonElement? json, string what)
    {
        if (json is not { } value)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException($"{what} is an undefined JSON value; leave it out instead.", nameof(json));
        }

        // JSON can hold half a surrogate pair only as an escape, which is rare enough to look at every string only then.
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if ((raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0) && !AllTexts(value, _ => true))
        {
            throw new ArgumentException($"{what} holds half of a surrogate pair; only well-formed UTF-16 can be stored.", nameof(json));
        }

        if (HoldsNul(value))
        {
            throw new ArgumentException($"{what} holds a NUL character, which no store keeps; remove it.", nameof(json));
        }
    }

    // False also when a text is not well-formed.
    private static bool AllTexts(JsonElement json, Func<string, bool> isAllowed)
    {
        var open = new Stack<JsonElement>([json]);
        try
        {
            while (open.TryPop(out var value))
            {
                switch (value.ValueKind)
                {
                    case JsonValueKind.String:
                        if (!isAllowed(value.GetString()!))
                        {
                            return false;
                        }

                        break;
                    case JsonValueKind.Array:
                        foreach (var item in value.EnumerateArray())
                        {
                            open.Push(item);
                        }

                        break;
                    case JsonValueKind.Object:
                        foreach (var member in value.EnumerateObject())
                        {
                            if (!isAllowed(member.Name))
                            {
                                return false;
                            }

                            open.Push(member.Value);
                        }

                        break;
                }
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }
}
