namespace Remanence.Configuration;

/// <summary>One setting of a single value.</summary>
/// <param name="Name">Its dotted name, as argument and in the file.</param>
/// <param name="Default">What holds when nobody sets it.</param>
/// <param name="Description">What it does, in one sentence.</param>
public sealed record Setting(string Name, string Default, string Description)
{
    /// <summary>Its environment variable.</summary>
    public string Variable { get; } = "REMANENCE_" + Name.Replace('.', '_').ToUpperInvariant();
}
