namespace Remanence.Tests.TaskMemory;

/// <summary>
/// ReMe's own libraries, which may not be shipped: where <c>REMANENCE_TEST_REME_LIBRARY</c> says, else in <c>shared/data/reme-library</c> beside the
/// repository. Tests that need them are skipped where they are not.
/// </summary>
internal static class ReMeLibraries
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("REMANENCE_TEST_REME_LIBRARY") is { Length: > 0 } named ? named : BesideRepository();

    public static void SkipUnlessThere() => Assert.SkipUnless(Directory.Exists(Folder), "ReMe's libraries are not here.");

    private static string BesideRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Remanence.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "data", "reme-library");
    }
}
