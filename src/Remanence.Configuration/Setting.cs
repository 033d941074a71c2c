using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>
/// A setting, declared once: its name, what holds when nobody says anything, what it may be, and what it does. Binding, help, docs, variables and faults come
/// from it. <see cref="Settings"/> makes them.
/// </summary>
public abstract class Setting
{
    private protected Setting(string name, string description, string @default, string values, bool isSecret)
    {
        Name = name;
        Description = description;
        Default = @default;
        Values = values;
        IsSecret = isSecret || Secrets.IsName(name);
    }

    /// <summary>Its dotted name; below the entry's name where it is one of a <see cref="SettingSection"/>.</summary>
    public string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; }

    /// <summary>What holds when nobody sets it, as one would write it; empty: nothing.</summary>
    public string Default { get; }

    /// <summary>What it may be, in a few words: <c>0 to 65535</c>.</summary>
    public string Values { get; }

    /// <summary>Whether its value is never shown.</summary>
    public bool IsSecret { get; }

    /// <summary>Its environment variable; null where it has none, because it is no single value or belongs to an entry.</summary>
    public string? Variable => IsSingle && !IsIgnored ? VariableNames.Of(Name) : null;

    /// <summary>Whether it is one value, or a list that can be written as one.</summary>
    internal abstract bool IsSingle { get; }

    /// <summary>Whether it is known and has no effect.</summary>
    internal virtual bool IsIgnored => false;

    /// <summary>Whether a node holds only names of its own, so that what stands below is not meant.</summary>
    internal bool IsTooDeep(ConfigurationNode node) => IsSingle && node is { Kind: NodeKind.Map, Children.Count: > 0 };
}
