using Remanence.Messages;

namespace Remanence.Privacy.Forgotten;

/// <summary>The messages behind what was forgotten. Immutable; thread-safe.</summary>
public sealed class ForgottenSources
{
    private readonly HashSet<(string ResourceId, string MessageId)> _places;
    private readonly HashSet<string> _keys;

    internal ForgottenSources(IEnumerable<(string ResourceId, string MessageId)> places, IEnumerable<string> keys) =>
        (_places, _keys) = (places.ToHashSet(), keys.ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether nothing was forgotten.</summary>
    public bool IsEmpty => _places.Count == 0 && _keys.Count == 0;

    /// <summary>Whether something made of this very message was forgotten.</summary>
    /// <param name="resourceId">The conversation.</param>
    /// <param name="messageId">The message; null is none.</param>
    public bool Covers(string resourceId, string? messageId) => messageId is not null && _places.Contains((resourceId, messageId));

    /// <summary>
    /// Whether something made of this message, or of the same one under other ids, was forgotten. A message forgotten without a time covers its words at any
    /// time.
    /// </summary>
    /// <param name="message">The message.</param>
    public bool Covers(StoredMessage message) =>
        !IsEmpty && (Covers(message.ResourceId, message.Message.Id) || Covers(message.Message));

    /// <summary>Whether something made of a message of the same role, words and time was forgotten.</summary>
    /// <param name="message">The message.</param>
    public bool Covers(Message message) =>
        _keys.Count > 0 && (_keys.Contains(Tombstones.KeyOf(message)) || _keys.Contains(Tombstones.KeyOf(message.Role, message.Content, null)));
}
