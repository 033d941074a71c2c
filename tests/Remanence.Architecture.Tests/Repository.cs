using System.Xml.Linq;

namespace Remanence.Architecture.Tests;

internal static class Repository
{
    /// <summary>The folder that holds the solution, found upward from where the tests run.</summary>
    public static string Root { get; } = Find();

    /// <summary>The project files below a folder of the repository.</summary>
    public static IEnumerable<string> Projects(string folder) => Files(folder, "*.csproj");

    /// <summary>The files below a folder of the repository that a person wrote.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    /// <summary>What a project's assembly is called.</summary>
    public static string AssemblyOf(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Remanence.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
