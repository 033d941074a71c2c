using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using Remanence.Privacy;
using Remanence.Privacy.Detection;
using Remanence.Services;

namespace Remanence.Configuration.Binding;

/// <summary>What stands below <c>privacy</c>.</summary>
internal sealed class PrivacyBinder(SectionReader root, FaultList faults)
{
    private const string Never = "never";
    private const string Patterns = "patterns";
    private const string Workspaces = "workspaces";

    public PrivacyOptions Bind()
    {
        if (root.Find(KnownKeys.Privacy) is not { } node)
        {
            return new PrivacyOptions();
        }

        if (node.Kind != NodeKind.Map)
        {
            return root.Wrong<PrivacyOptions>(node, "must hold never, patterns and workspaces") ?? new PrivacyOptions();
        }

        var section = new SectionReader(node, faults);
        var general = Rules(section, new PrivacyRules());
        var options = new PrivacyOptions { General = general, Workspaces = OfWorkspaces(section, general) };
        section.RefuseOthers();
        return options;
    }

    private Dictionary<string, PrivacyRules> OfWorkspaces(SectionReader section, PrivacyRules general)
    {
        var rules = new Dictionary<string, PrivacyRules>(StringComparer.Ordinal);
        foreach (var (name, node) in section.Members(Workspaces).Where(member => !member.Value.IsNull))
        {
            if (!IsWorkspace(name))
            {
                faults.Add(node.Origin, node.Path, $"{Printable.Show(name)} cannot name a workspace; use letters, digits and - _ : @ + ~.");
            }
            else if (node.Kind != NodeKind.Map)
            {
                section.Wrong<bool>(node, "must hold never and patterns");
            }
            else
            {
                var own = new SectionReader(node, faults);
                rules[name] = Rules(own, general);
                own.RefuseOthers();
            }
        }

        return rules;
    }

    private PrivacyRules Rules(SectionReader section, PrivacyRules absent) => new()
    {
        Never = section.Has(Never) ? Kinds(section) : absent.Never,
        Patterns = section.Has(Patterns) ? Expressions(section) : absent.Patterns,
    };

    private List<string> Kinds(SectionReader section)
    {
        var kinds = new List<string>();
        foreach (var kind in section.List(Never))
        {
            if (PrivacyKinds.All.Contains(kind, StringComparer.Ordinal))
            {
                kinds.Add(kind);
                continue;
            }

            var node = section.Find(Never)!;
            var remedy = Nearest.Find(kind, PrivacyKinds.All) is { } near ? $"did you mean {near}? The kinds are" : "the kinds are";
            faults.Add(node.Origin, node.Path, $"{Printable.Line(node.Path)} names {Printable.Show(kind)}; {remedy} {string.Join(", ", PrivacyKinds.All)}.");
        }

        return kinds;
    }

    // One text is one expression: it may hold commas.
    private List<string> Expressions(SectionReader section)
    {
        var expressions = new List<string>();
        if (section.Find(Patterns) is not { } node)
        {
            return expressions;
        }

        IReadOnlyList<ConfigurationNode> items = node.Kind == NodeKind.List ? node.Items : [node];
        foreach (var item in items.Where(item => item.Kind != NodeKind.Value || item.Text.Length > 0))
        {
            if (item.Kind != NodeKind.Value)
            {
                section.Wrong<bool>(item, "must be a regular expression or a list of them");
            }
            else if (OwnPattern.Fault(item.Text) is { } fault)
            {
                faults.Add(item.Origin, item.Path, $"{Printable.Line(node.Path)}: {Secrets.Show(item)} {fault}.");
            }
            else
            {
                expressions.Add(item.Text);
            }
        }

        return expressions;
    }

    private static bool IsWorkspace(string name)
    {
        try
        {
            RequestRules.CheckWorkspace(name);
            return true;
        }
        catch (InvalidRequestException)
        {
            return false;
        }
    }
}
