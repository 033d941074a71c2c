using Remanence.Json;
using Remanence.ReMe.Library;
using Remanence.Resources;

namespace Remanence.PersonalMemory.Consolidation;

/// <summary>By which a conversation is known whose messages were consolidated: a member of its metadata, committed together with what was found.</summary>
internal static class ConsolidationMark
{
    private const string Name = "consolidated";

    public static bool IsOn(Resource resource) => resource.Metadata?.Member(Aside.Name)?.Member(Name) is not null;

    public static Resource Put(Resource resource) => resource with { Metadata = Aside.With(resource.Metadata, Name, JsonBuild.True) };
}
