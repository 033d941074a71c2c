using System.Diagnostics.CodeAnalysis;
using Remanence.Categories;
using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.Stores;

/// <summary>
/// Everything that one step of work changes in one workspace. A store applies it whole or not at all, and applying it again under
/// the same <see cref="Id"/> changes nothing. The parts are applied in the order of the members below; history is written by the store.
/// </summary>
public sealed class ChangeSet
{
    /// <summary>Creates a change set; its required members are set by the caller.</summary>
    public ChangeSet()
    {
    }

    /// <summary>Copies a change set, so that single members can be set anew.</summary>
    /// <param name="other">The one to copy; its lists are shared.</param>
    [SetsRequiredMembers]
    public ChangeSet(ChangeSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Id = other.Id;
        Workspace = other.Workspace;
        At = other.At;
        Fingerprint = other.Fingerprint;
        Actor = other.Actor;
        Reason = other.Reason;
        Leases = other.Leases;
        Reads = other.Reads;
        Resources = other.Resources;
        Messages = other.Messages;
        Inserts = other.Inserts;
        Updates = other.Updates;
        Supersessions = other.Supersessions;
        Deletions = other.Deletions;
        Categories = other.Categories;
        CategoryDeletions = other.CategoryDeletions;
        History = other.History;
        BuildSpace = other.BuildSpace;
        Vectors = other.Vectors;
        ActivateSpace = other.ActivateSpace;
        DropSpaces = other.DropSpaces;
        Jobs = other.Jobs;
    }

    /// <summary>Names the step in its workspace; the same step tried again has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The workspace; created when it does not exist. Every scope inside must name it.</summary>
    public required string Workspace { get; init; }

    /// <summary>When the change happens.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// A digest of the request behind the change set. When a change set of this id was applied with another fingerprint,
    /// the commit throws <see cref="ChangeSetConflictException"/>. Null is not compared.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>Who changes, for the history: an operator's or a surface's name.</summary>
    public string Actor { get; init; } = "api";

    /// <summary>Why, for the history.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The jobs whose work this is. Unless the worker still holds each of them in this workspace, the commit throws <see cref="JobLeaseLostException"/>:
    /// what was cancelled, dropped or erased meanwhile has no effect afterwards. Not asked of a change set that was applied before.
    /// </summary>
    public IReadOnlyList<JobLease> Leases { get; init; } = [];

    /// <summary>
    /// What the change set was planned from. When a memory that one of them covers was stored, changed or deleted since, or anything was erased from the
    /// workspace, the commit throws <see cref="StaleReadException"/>: so whoever was faster, in this process or another, is not overlooked. Not asked of a
    /// change set that was applied before.
    /// </summary>
    public IReadOnlyList<ReadMark> Reads { get; init; } = [];

    /// <summary>Inserted or replaced by id.</summary>
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    /// <summary>
    /// Inserted; one that stands already at its place is left as it is. Their resources must exist, if only by this change set; otherwise
    /// <see cref="ArgumentException"/>.
    /// </summary>
    public IReadOnlyList<StoredMessage> Messages { get; init; } = [];

    /// <summary>
    /// Inserted; a memory whose id exists already is left as it is, and named in <see cref="CommitResult.Existing"/>. The history calls it
    /// <see cref="HistoryOperation.Created"/>, or <see cref="HistoryOperation.Restored"/> when the id has a past.
    /// </summary>
    public IReadOnlyList<Memory> Inserts { get; init; } = [];

    /// <summary>
    /// Replaced by id; an id that does not exist throws <see cref="MemoryNotFoundException"/>, another scope <see cref="ArgumentException"/>.
    /// </summary>
    public IReadOnlyList<MemoryUpdate> Updates { get; init; } = [];

    /// <summary>Memories that others replace.</summary>
    public IReadOnlyList<Supersession> Supersessions { get; init; } = [];

    /// <summary>Ids taken out of the store; the history keeps what they said. Unknown ids are passed over.</summary>
    public IReadOnlyList<string> Deletions { get; init; } = [];

    /// <summary>Inserted or replaced by id.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Ids of categories taken out.</summary>
    public IReadOnlyList<string> CategoryDeletions { get; init; } = [];

    /// <summary>
    /// Past changes brought from another store, for an import. They are appended as they are, under this commit's number; a memory
    /// inserted here that has entries among them gets none of its own.
    /// </summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>
    /// The embedding space that the workspace begins to build. One that it was building before is dropped with its vectors; one that it has already, active or
    /// being built, is left as it is.
    /// </summary>
    public EmbeddingSpace? BuildSpace { get; init; }

    /// <summary>
    /// Vectors put into spaces. Those of a memory that is gone, or that changed since it was read, are passed over; a memory whose text changes loses those it
    /// had.
    /// </summary>
    public IReadOnlyList<SpaceVectors> Vectors { get; init; } = [];

    /// <summary>
    /// The space that searches use from now on; the one before is dropped with its vectors. One that the workspace does not have throws
    /// <see cref="MemoryConflictException"/>.
    /// </summary>
    public EmbeddingSpace? ActivateSpace { get; init; }

    /// <summary>Spaces dropped with their vectors; without an active one, searches use the built-in space. Unknown ones are passed over.</summary>
    public IReadOnlyList<EmbeddingSpace> DropSpaces { get; init; } = [];

    /// <summary>
    /// Inserted or replaced by id, the finished job among them; an id that another workspace's job has throws <see cref="MemoryConflictException"/>. Their
    /// times count from <see cref="At"/>, which is the present by the clock of whoever made the change set; the store carries them over to its own
    /// (<see cref="JobClock.Put"/>).
    /// </summary>
    public IReadOnlyList<Job> Jobs { get; init; } = [];

    /// <summary>Whose the change set is: every scope inside, each once. An erasure forgets the change sets that held something of the person.</summary>
    public IReadOnlyList<Scope> Scopes()
    {
        var scopes = new HashSet<Scope>();
        scopes.UnionWith(Resources.Select(resource => resource.Scope));
        scopes.UnionWith(Inserts.Select(memory => memory.Scope));
        scopes.UnionWith(Updates.Select(update => update.Memory.Scope));
        scopes.UnionWith(Categories.Select(category => category.Scope));
        scopes.UnionWith(Jobs.Select(job => job.Scope));
        return [.. scopes];
    }
}
