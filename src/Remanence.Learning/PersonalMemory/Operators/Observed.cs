using Remanence.Memories;
using Remanence.Messages;

namespace Remanence.PersonalMemory.Operators;

/// <summary>A fact that was found, and the messages that say it; none where the model named none.</summary>
internal sealed record Observed(Memory Memory, IReadOnlyList<StoredMessage> Said);
