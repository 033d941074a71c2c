namespace Remanence.PersonalMemory.Facts;

/// <summary>The names under which people speak.</summary>
internal static class SpeakerName
{
    // What ReMe calls who has no name.
    private const string Nobody = "user";

    /// <summary>A name as it is compared; null: none was given.</summary>
    public static string? Of(string? name) => name is null || FactText.Normal(name) is not { Length: > 0 } normal || normal == Nobody ? null : normal;

    /// <summary>Whether two names may be one person's: "Ann" is "Ann Smith".</summary>
    public static bool AreOne(string one, string other) => one == other || IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(string name, string whole) => whole.StartsWith(name + " ", StringComparison.Ordinal);
}
