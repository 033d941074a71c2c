namespace Remanence.Stores;

/// <summary>What is said of what is not found.</summary>
internal static class MissingExtensions
{
    /// <summary>That it is not there; of a damaged store, which may not find what it has, that it is damaged.</summary>
    public static RemanenceException NotFound(this MemoryStore store, string message) =>
        store.Damage is { } damage ? new StoreDamagedException(damage.Message, damage) : new MemoryNotFoundException(message);
}
