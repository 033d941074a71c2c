using Remanence.Resources;

namespace Remanence.PersonalMemory;

/// <summary>By which a conversation is known whose messages were consolidated: committed together with what was found.</summary>
internal static class ConsolidationMark
{
    public static bool IsOn(Resource resource) => resource.State is { Consolidated: true };

    public static Resource Put(Resource resource) => resource with { State = (resource.State ?? new ResourceState()) with { Consolidated = true } };
}
