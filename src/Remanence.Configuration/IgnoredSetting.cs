namespace Remanence.Configuration;

/// <summary>A name that others' configurations have and that means nothing here; it is told as a warning.</summary>
internal sealed class IgnoredSetting(string name, string? why) : Setting(name, why ?? string.Empty, string.Empty, string.Empty, isSecret: true)
{
    internal override bool IsSingle => false;

    internal override bool IsIgnored => true;

    public string Warning => $"has no meaning here and is ignored{(Description.Length == 0 ? string.Empty : "; " + Description)}.";
}
