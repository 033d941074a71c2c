namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>Reasons for a supersession, where nobody gave one.</summary>
internal static class Words
{
    public const string Contradicted = "something later says otherwise";
    public const string Changed = "the value changed";
    public const string Repeated = "another memory says it, too";
}
