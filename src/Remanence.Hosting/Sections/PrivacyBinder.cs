using Remanence.Configuration;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using Remanence.Privacy;
using Remanence.Services.Rules;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>privacy</c>.</summary>
internal static class PrivacyBinder
{
    private static readonly Setting<IReadOnlyList<string>> Never = NeverOf("never", []);
    private static readonly Setting<IReadOnlyList<ConfigurationNode>> Patterns = PatternsOf("patterns");

    public static SettingSection Workspaces { get; } = new("privacy.workspaces", "a workspace", Never, Patterns)
    {
        CanName = CanName,
        NameRule = "use letters, digits and - _ : @ + ~",
    };

    public static Setting<IReadOnlyList<string>> NeverOf(string name, IReadOnlyList<string> absent) =>
        Settings.List(name, $"Kinds of what is not kept: {string.Join(", ", PrivacyKinds.All)}.", absent);

    public static Setting<IReadOnlyList<ConfigurationNode>> PatternsOf(string name) =>
        Settings.Items(name, "What else is not kept: regular expressions of .NET; a single text is one.");

    /// <summary>The rules of all workspaces, and those of single ones.</summary>
    /// <param name="root">The whole tree.</param>
    /// <param name="never">The setting of kinds that holds for all workspaces.</param>
    /// <param name="patterns">The setting of expressions that holds for all workspaces.</param>
    public static PrivacyOptions Bind(SettingReader root, Setting<IReadOnlyList<string>> never, Setting<IReadOnlyList<ConfigurationNode>> patterns)
    {
        var general = Rules(root, never, patterns, new PrivacyRules());
        return new PrivacyOptions
        {
            General = general,
            Workspaces = root.Entries(Workspaces)
                .ToDictionary(entry => entry.Name, entry => Rules(entry.Entry, Never, Patterns, general), StringComparer.Ordinal),
        };
    }

    private static PrivacyRules Rules(
        SettingReader section,
        Setting<IReadOnlyList<string>> never,
        Setting<IReadOnlyList<ConfigurationNode>> patterns,
        PrivacyRules absent
    ) =>
        new()
        {
            Never = section.Has(never) ? Kinds(section, never) : absent.Never,
            Patterns = section.Has(patterns) ? Expressions(section, patterns) : absent.Patterns,
        };

    private static List<string> Kinds(SettingReader section, Setting<IReadOnlyList<string>> never)
    {
        var kinds = section.Get(never);
        foreach (var kind in kinds.Where(kind => !PrivacyKinds.All.Contains(kind, StringComparer.Ordinal)))
        {
            var remedy = Nearest.Find(kind, PrivacyKinds.All) is { } near ? $"did you mean {near}? The kinds are" : "the kinds are";
            section.Refuse(section.Find(never)!, $"names {Printable.Show(kind)}; {remedy} {string.Join(", ", PrivacyKinds.All)}.");
        }

        return [.. kinds];
    }

    private static List<string> Expressions(SettingReader section, Setting<IReadOnlyList<ConfigurationNode>> patterns)
    {
        var items = section.Get(patterns).Where(item => item.Text.Length > 0).ToList();
        foreach (var item in items)
        {
            if (PrivacyRules.FaultOf(item.Text) is { } fault)
            {
                section.Refuse(item, $"is {SettingReader.Show(item)}, which {fault}.");
            }
        }

        return [.. items.Select(item => item.Text)];
    }

    private static bool CanName(string workspace)
    {
        try
        {
            RequestRules.CheckWorkspace(workspace);
            return true;
        }
        catch (InvalidRequestException)
        {
            return false;
        }
    }
}
