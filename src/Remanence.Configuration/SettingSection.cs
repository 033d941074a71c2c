namespace Remanence.Configuration;

/// <summary>A name below which entries stand, each under a name of its own and with the same settings: <c>llm.NAME.model_name</c>.</summary>
/// <param name="name">The section's name; below the entry's where it is one of another section.</param>
/// <param name="entry">What an entry is called in messages, such as <c>a model</c>.</param>
/// <param name="settings">What may stand below an entry's name.</param>
public sealed class SettingSection(string name, string entry, params IReadOnlyList<Setting> settings)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>What an entry is called in messages.</summary>
    public string Entry { get; } = entry;

    /// <summary>What may stand below an entry's name.</summary>
    public IReadOnlyList<Setting> Settings { get; } = [.. settings.Where(setting => !setting.IsIgnored)];

    /// <summary>Sections below each entry.</summary>
    public IReadOnlyList<SettingSection> Sections { get; init; } = [];

    /// <summary>
    /// Whether single values of entries can be set by environment variables; entries that nothing else names can't, besides one called default.
    /// </summary>
    public bool HasVariables { get; init; }

    /// <summary>Whether an entry can have a name.</summary>
    public Func<string, bool> CanName { get; init; } =
        static name => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>What <see cref="CanName"/> wants, for messages.</summary>
    public string NameRule { get; init; } = "use letters, digits, \"_\" and \"-\", 64 at most";

    internal IReadOnlyList<IgnoredSetting> Ignored { get; } = [.. settings.OfType<IgnoredSetting>()];

    internal IReadOnlyList<string> Names =>
        [.. Settings.Select(setting => setting.Name).Concat(Sections.Select(section => section.Name)).Order(StringComparer.Ordinal)];
}
