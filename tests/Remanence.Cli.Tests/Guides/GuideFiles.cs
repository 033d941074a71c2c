namespace Remanence.Cli.Guides;

/// <summary>Where the guides are: our own in the repository; ReMe's, which may not be shipped, beside it or where a variable says.</summary>
internal static class GuideFiles
{
    public static string Repository { get; } = FindRepository();

    public static string Libraries { get; } = Path.Combine(Repository, "docs", "library");

    public static string ReMeLibraries { get; } = Shared("REMANENCE_TEST_REME_LIBRARY", "data", "reme-library");

    private static string Seeds { get; } = Shared("REMANENCE_TEST_SEEDS", "seeds");

    /// <summary>The guide of that name; the test is skipped when it is one of ReMe's and they are not here.</summary>
    /// <param name="name">A path in the repository, or the number that a seed's name begins with.</param>
    public static string Find(string name)
    {
        if (name.EndsWith(".md", StringComparison.Ordinal))
        {
            return Path.Combine(Repository, name);
        }

        var found = Directory.Exists(Seeds) ? Directory.GetFiles(Seeds, name + "_*") : [];
        Assert.SkipUnless(found.Length == 1 && Directory.Exists(ReMeLibraries), "ReMe's guides and libraries are not here.");
        return found[0];
    }

    private static string Shared(string variable, params string[] path) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : Path.GetFullPath(Path.Combine([Repository, "..", "shared", .. path]));

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Remanence.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
