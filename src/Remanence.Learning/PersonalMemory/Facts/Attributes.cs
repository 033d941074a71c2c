namespace Remanence.PersonalMemory.Facts;

/// <summary>The attributes that facts are often about, and which of them have one value at a time.</summary>
internal static class Attributes
{
    public const string Name = "name";
    public const string Age = "age";
    public const string Birthday = "birthday";
    public const string Home = "home";
    public const string Origin = "origin";
    public const string Employer = "employer";
    public const string Occupation = "occupation";
    public const string Study = "study";
    public const string Likes = "likes";
    public const string Favorite = "favorite";
    public const string Allergy = "allergy";
    public const string Diet = "diet";
    public const string Pet = "pet";
    public const string Family = "family";
    public const string Language = "language";
    public const string Owns = "owns";
    public const string Plan = "plan";
    public const string Status = "marital_status";
    public const string Nationality = "nationality";
    public const string School = "school";
    public const string Health = "health";
    public const string Habit = "habit";
    public const string Event = "event";
    public const string Contact = "contact";
    public const string Note = "note";
    public const string Skill = "skill";
    public const string Device = "device";
    public const string Belief = "belief";
    public const string Preference = "preference";

    private static readonly HashSet<string> One = new(StringComparer.Ordinal) { Name, Age, Birthday, Home, Origin, Employer, Occupation, Diet, Status };

    // Of these a statement may tell when its value began.
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal) { Home, Employer, Occupation };

    /// <summary>All names, for prompts.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Name, Age, Birthday, Home, Origin, Employer, Occupation, Study, Likes, Favorite, Allergy, Diet, Pet, Family, Language, Owns, Plan, Status, Nationality,
        School, Health, Habit, Event, Contact,
    ];

    /// <summary>Whether its one value is another at some time, and the time of a statement about it is when that was.</summary>
    public static bool Changes(string attribute) => Changing.Contains(attribute);

    /// <summary>By which an attribute is compared: a "favourite colour" is a "favorite color".</summary>
    public static string Identity(string attribute) =>
        attribute.StartsWith("favo", StringComparison.Ordinal) && attribute.Contains("our", StringComparison.Ordinal)
            ? attribute.Replace("our", "or", StringComparison.Ordinal)
            : attribute;

    /// <summary>Whether the attribute has one value at a time; a favourite has one of its sort, such as "favorite color".</summary>
    public static bool IsSingle(string attribute) => One.Contains(attribute) || Identity(attribute).StartsWith(Favorite + " ", StringComparison.Ordinal);
}
