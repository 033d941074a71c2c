namespace Remanence.Memories;

/// <summary>
/// Where a memory belongs: a workspace, and optionally a user, an agent and a session inside it.
/// Nothing crosses a workspace.
/// </summary>
/// <param name="Workspace">The tenant boundary.</param>
/// <param name="User">The user; null for a memory that the whole workspace shares.</param>
/// <param name="Agent">The agent; null when shared by agents.</param>
/// <param name="Session">The session; null when shared by sessions.</param>
public sealed record Scope(string Workspace, string? User = null, string? Agent = null, string? Session = null)
{
    /// <summary>
    /// Whether a call made with this scope may see something stored with <paramref name="other"/>: the workspaces are equal, and
    /// each part that this scope names is equal or absent in the other. A part that this scope leaves out does not narrow.
    /// </summary>
    /// <param name="other">The scope of the stored thing.</param>
    public bool Sees(Scope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Workspace, other.Workspace, StringComparison.Ordinal)
            && Admits(User, other.User) && Admits(Agent, other.Agent) && Admits(Session, other.Session);
    }

    /// <summary>
    /// Whether something stored with <paramref name="other"/> belongs to what this scope names: like <see cref="Sees"/>, but what is
    /// shared does not belong. This is what erasing a person takes.
    /// </summary>
    /// <param name="other">The scope of the stored thing.</param>
    public bool Owns(Scope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Workspace, other.Workspace, StringComparison.Ordinal)
            && Owned(User, other.User) && Owned(Agent, other.Agent) && Owned(Session, other.Session);
    }

    /// <summary>
    /// Where what is learnt about a person belongs: this scope without its session where it names a user, for who they are does not end with a conversation.
    /// Without a user the session is all there is, and the scope stays as it is.
    /// </summary>
    public Scope ToPerson() => User is null ? this : new Scope(Workspace, User, Agent);

    private static bool Admits(string? mine, string? theirs) =>
        mine is null || theirs is null || string.Equals(mine, theirs, StringComparison.Ordinal);

    private static bool Owned(string? mine, string? theirs) =>
        mine is null || string.Equals(mine, theirs, StringComparison.Ordinal);
}
