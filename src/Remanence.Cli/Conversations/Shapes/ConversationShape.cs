namespace Remanence.Cli.Conversations.Shapes;

/// <summary>A form that conversations are written in, and how it is read.</summary>
internal abstract class ConversationShape
{
    /// <summary>What people call it.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Reads a text of this shape; null: it is of another. Whoever is not known to be the user or the assistant keeps a name, so that what another says is not
    /// taken for the user's.
    /// </summary>
    /// <exception cref="Errors.UsageException">It is of this shape, and broken.</exception>
    public abstract Conversation? TryRead(ConversationText file);
}
