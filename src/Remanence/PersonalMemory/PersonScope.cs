using Remanence.Memories;

namespace Remanence.PersonalMemory;

/// <summary>Where what is learnt about a person belongs.</summary>
internal static class PersonScope
{
    /// <summary>The scope without its session where it names a user: who they are does not end with a conversation. Without a user the session is all there is.</summary>
    public static Scope Of(Scope scope) => scope.User is null ? scope : new Scope(scope.Workspace, scope.User, scope.Agent);
}
