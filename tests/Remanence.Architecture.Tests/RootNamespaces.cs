namespace Remanence.Architecture.Tests;

/// <summary>
/// What a program that uses Remanence sees has the namespaces of the field, whichever assembly it is in; the others are called after their assembly.
/// </summary>
internal static class RootNamespaces
{
    private static readonly string[] Seen = ["Remanence", "Remanence.Abstractions", "Remanence.Agents", "Remanence.Core", "Remanence.Learning"];

    public static string Of(string assembly) => Seen.Contains(assembly, StringComparer.Ordinal) ? "Remanence" : assembly;
}
