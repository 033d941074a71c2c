namespace Remanence.Benchmarks.TaskMemory;

/// <summary>
/// ReMe's English libraries, which may not be shipped: where <c>REMANENCE_TEST_REME_LIBRARY</c> says, else in <c>shared/data/reme-library</c> beside the
/// repository.
/// </summary>
internal static class ReMeLibraries
{
    public const string Variable = "REMANENCE_TEST_REME_LIBRARY";

    public static IReadOnlyList<string> Names { get; } = ["appworld", "bfcl_v3"];

    public static string Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? Path.GetFullPath(named) : BesideRepository();

    public static bool AreThere => Names.All(name => File.Exists(Path.Combine(Folder, name + ".jsonl")));

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
