using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>
/// Who speaks under one user's id. One name is the user's; where statements of a conversation or of several bear two, each is the statement of whom it names,
/// and ends nothing that another said. Those without a name are the user's.
/// </summary>
internal static class SpeakerIdentity
{
    /// <summary>The facts with whom they are about, where that is somebody else than the user; the same ones where there is nothing to tell apart.</summary>
    /// <param name="facts">Facts of one scope, stored and new.</param>
    public static IReadOnlyList<Memory> Apart(IReadOnlyList<Memory> facts)
    {
        var names = facts.Where(IsTold).Select(fact => SpeakerName.Of(fact.Name)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Exists(name => names.Exists(other => !SpeakerName.AreOne(name, other)))
            ? [.. facts.Select(fact => IsTold(fact) && SpeakerName.Of(fact.Name) is { } name && !IsUser(name, fact.Scope) ? About(fact, name, names) : fact)]
            : facts;
    }

    // Of the user, as it seemed, or of another speaker, by themselves.
    private static bool IsTold(Memory fact) =>
        fact.Role == "user" && fact.State?.Fact is { Attribute: not null } mark && (mark.Subject is null || Names(mark.Subject, fact.Name));

    private static bool Names(string subject, string? speaker) =>
        SpeakerName.Of(subject) is { } about && SpeakerName.Of(speaker) is { } by && SpeakerName.AreOne(about, by);

    private static bool IsUser(string name, Scope scope) => SpeakerName.Of(scope.User) is { } user && SpeakerName.AreOne(name, user);

    // The shortest name is that of all who may be the same: "Ann" for "Ann Lee".
    private static Memory About(Memory fact, string name, List<string> names)
    {
        var subject = names.Where(other => SpeakerName.AreOne(name, other)).MinBy(other => other.Length)!;
        var mark = FactMark.Of(fact);
        return mark.Subject is { } known && SpeakerName.Of(known) == subject ? fact
            : (mark with { Subject = subject == name ? fact.Name!.Trim() : subject }).On(fact);
    }
}
