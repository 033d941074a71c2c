namespace Remanence.Configuration.Tree;

/// <summary>Where a value is written.</summary>
/// <param name="Where">As messages name it: <c>argument</c>, <c>remanence.yaml line 3</c>, <c>environment variable X</c>.</param>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Folder">The file's folder, for what is written relative to it.</param>
public sealed record ConfigurationOrigin(string Where, string? File = null, int? Line = null, string? Folder = null)
{
    internal static ConfigurationOrigin Argument { get; } = new("argument");

    internal static ConfigurationOrigin Default { get; } = new("default");

    /// <summary>As messages name it.</summary>
    public override string ToString() => Where;
}
