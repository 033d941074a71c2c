using System.Text.RegularExpressions;

namespace Remanence.Architecture.Tests;

/// <summary>What the compiler does not hold: size, unfinished marks, where test data and machine paths must not be.</summary>
public sealed partial class SourceRulesTests
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private const int LongestFile = 500;

    // Beyond it a folder has come to hold two concepts: it is split by them.
    private const int FullestFolder = 28;

    // A file a subject that rules read of, each read after the others: one list, which grows with the languages.
    private const string Rules = "src/Remanence.Learning/PersonalMemory/Facts/Rules/";

    [Fact]
    public void No_file_is_long()
    {
        foreach (var path in Sources())
        {
            File.ReadLines(path).Count().ShouldBeLessThanOrEqualTo(LongestFile, Relative(path));
        }
    }

    [Fact]
    public void No_folder_is_full() =>
        Sources().GroupBy(path => Path.GetDirectoryName(Relative(path))!.Replace('\\', '/'), StringComparer.Ordinal)
            .Where(folder => !folder.Key.StartsWith(Rules, StringComparison.Ordinal))
            .ShouldAllBe(folder => folder.Count() <= FullestFolder);

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        foreach (var path in Sources().Where(path => !path.EndsWith(nameof(SourceRulesTests) + ".cs", StringComparison.Ordinal)))
        {
            Unfinished().IsMatch(File.ReadAllText(path)).ShouldBeFalse(Relative(path));
        }
    }

    [Fact]
    public void No_line_is_wider_than_160_columns_but_for_raw_texts()
    {
        foreach (var path in Sources("src", "tests", "bench", "samples"))
        {
            var raw = false;
            foreach (var line in File.ReadLines(path))
            {
                var marks = line.Split("\"\"\"").Length - 1;
                if (!raw && marks == 0)
                {
                    line.Length.ShouldBeLessThanOrEqualTo(160, $"{Relative(path)}: {line}");
                }

                raw ^= marks % 2 == 1;
            }
        }
    }

    [Fact]
    public void No_two_types_of_the_product_share_a_name() =>
        Sources("src").Select(path => (Relative: Relative(path), Declared: TypeLine().Match(File.ReadAllText(path))))
            .Where(file => file.Declared.Success && Path.GetFileNameWithoutExtension(file.Relative) == file.Declared.Groups["name"].Value)
            .GroupBy(file => file.Declared.Groups["name"].Value, file => file.Relative, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(" and ", group))
            .ShouldBeEmpty("Who searches for a name finds one type.");

    [Fact]
    public void Regions_and_this_qualifiers_are_not_used()
    {
        foreach (var path in Sources().Where(path => !path.EndsWith(nameof(SourceRulesTests) + ".cs", StringComparison.Ordinal)))
        {
            File.ReadLines(path).ShouldNotContain(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal), Relative(path));
        }
    }

    [Fact]
    public void What_several_projects_compile_is_in_the_documentation_of_none()
    {
        // The generator of the API's comments reads the documentation of every referenced project, and fails where it meets one name twice.
        foreach (var path in Sources().Where(path => Relative(path).StartsWith("src/Shared/", StringComparison.Ordinal)))
        {
            File.ReadLines(path).ShouldNotContain(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal), Relative(path));
        }
    }

    [Fact]
    public void A_namespace_follows_its_folder()
    {
        // What several projects compile belongs to none of them.
        foreach (
            var path in Sources()
                .Where(path =>
                    Relative(path).StartsWith("src/", StringComparison.Ordinal) && !Relative(path).StartsWith("src/Shared/", StringComparison.Ordinal)))
        {
            var declared = NamespaceLine().Match(File.ReadAllText(path));
            if (declared.Success && !declared.Groups["name"].Value.StartsWith("Microsoft.", StringComparison.Ordinal))
            {
                var parts = Path.GetDirectoryName(Relative(path))!.Replace('\\', '/').Split('/')[1..];
                declared.Groups["name"].Value.ShouldBe(string.Join('.', [RootNamespaces.Of(parts[0]), .. parts[1..]]), Relative(path));
            }
        }
    }

    private static IEnumerable<string> Sources() => Sources("src", "tests", "bench");

    private static IEnumerable<string> Sources(params string[] folders) => folders
        .Select(folder => Path.Combine(Repository.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(path => !Relative(path).Split('/').Any(part => part is "obj" or "bin"));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^[a-z ]*\b(class|record struct|record|struct|interface|enum) (?<name>\w+)", Options)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceLine();
}
