using Remanence.Configuration;

namespace Remanence.Architecture.Tests;

/// <summary>The tables of settings in a page, each between a mark that names it and a mark that ends it.</summary>
internal static class SettingTables
{
    private const string End = "<!-- end of settings -->";

    public static string Mark(string section) => $"<!-- settings: {section} -->";

    /// <summary>
    /// The tables that there must be: one of all settings with a fixed name, and one a section, but for those that have the settings of another.
    /// </summary>
    public static IEnumerable<(string Name, string Heading, IReadOnlyList<Setting> Settings)> Of(SettingCatalogue known) => known.Sections
        .DistinctBy(section => section.Settings[0])
        .Select(section => (section.Name, $"below `{section.Name}.NAME`", section.Settings))
        .Concat(
            from section in known.Sections
            from inner in section.Sections
            select ($"{section.Name}.{inner.Name}", $"below `{section.Name}.NAME.{inner.Name}.NAME`", inner.Settings))
        .Prepend(("all", "name", known.Settings));

    /// <summary>The page with its tables as the settings are declared.</summary>
    public static string WriteInto(string page, SettingCatalogue known) => Of(known).Aggregate(page, Replace);

    private static string Replace(string page, (string Name, string Heading, IReadOnlyList<Setting> Settings) table)
    {
        var start = page.IndexOf(Mark(table.Name), StringComparison.Ordinal);
        if (start < 0)
        {
            return page;
        }

        start += Mark(table.Name).Length;
        var rows = table.Settings.Select(setting =>
            $"| `{setting.Name}` | {(setting.Default.Length == 0 ? string.Empty : $"`{setting.Default}` ")}| {setting.Values} | "
            + $"{setting.Description.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        return $"{page[..start]}\n| {table.Heading} | default | values | "
            + $"|\n|---|---|---|---|\n{string.Concat(rows)}{page[page.IndexOf(End, start, StringComparison.Ordinal)..]}";
    }
}
