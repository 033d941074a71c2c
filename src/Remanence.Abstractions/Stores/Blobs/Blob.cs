namespace Remanence.Stores.Blobs;

/// <summary>Bytes that are kept, by what they are.</summary>
/// <param name="Hash">The SHA-256 of the bytes: 64 hex digits, small letters.</param>
/// <param name="Length">How many there are.</param>
public sealed record Blob(string Hash, long Length);
