namespace Remanence.Privacy;

/// <summary>What is not remembered.</summary>
public sealed record PrivacyOptions
{
    /// <summary>The rules of every workspace that has none of its own.</summary>
    public PrivacyRules General { get; init; } = new();

    /// <summary>Rules of single workspaces, in place of the general ones. Default: none.</summary>
    public IReadOnlyDictionary<string, PrivacyRules> Workspaces { get; init; } = new Dictionary<string, PrivacyRules>(StringComparer.Ordinal);
}
