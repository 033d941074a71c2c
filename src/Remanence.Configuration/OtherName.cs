using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>
/// What a setting is called elsewhere: what is said of it is said of the setting, by a source that says nothing under the setting's own name.
/// </summary>
internal sealed class OtherName(string name, Setting means) : Setting(name, means.Description, means.Default, means.Values, means.IsSecret)
{
    private readonly string[] _means = means.Name.Split('.');

    internal override bool IsSingle => means.IsSingle;

    internal override bool IsIgnored => true;

    public void Add(ConfigurationNode source, MapBuilder map)
    {
        if (source.Find(Name) is { } said && !IsTooDeep(said))
        {
            map.Add(_means, said.At(means.Name));
        }
    }
}
