using Remanence.Services;

namespace Remanence.Chat;

/// <summary>What was remembered for a question.</summary>
/// <param name="Memories">The memories, best first.</param>
/// <param name="Profile">The user's profile, when it was asked for.</param>
/// <param name="Degraded">As <see cref="RetrieveResult.Degraded"/>.</param>
internal sealed record Recollection(IReadOnlyList<RetrievedMemory> Memories, UserProfile? Profile, string? Degraded);
