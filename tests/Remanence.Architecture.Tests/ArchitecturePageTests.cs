using System.Text.RegularExpressions;

namespace Remanence.Architecture.Tests;

/// <summary>The page that a newcomer follows leads through files that are there, and through few.</summary>
public sealed partial class ArchitecturePageTests
{
    private const int Most = 8;

    private static readonly HashSet<string> Sources =
        [.. Repository.Files("src", "*.cs").Select(path => Path.GetRelativePath(Path.Combine(Repository.Root, "src"), path).Replace('\\', '/'))];

    public static TheoryData<string, string> Ways()
    {
        var ways = new TheoryData<string, string>();
        var page = File.ReadLines(Path.Combine(Repository.Root, "docs", "architecture.md"));
        foreach (var row in page.SkipWhile(line => line != "## Follow one thing down").Where(line => line.StartsWith("| a ", StringComparison.Ordinal)))
        {
            var cells = row.Split('|');
            ways.Add(cells[1].Trim(), cells[2]);
        }

        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_way_down_leads_through_few_files(string what, string way)
    {
        string[] files = [.. Quoted().Matches(way).Select(match => match.Groups["file"].Value).Where(IsFile).Distinct(StringComparer.Ordinal)];
        files.Length.ShouldBeInRange(4, Most, what + ": " + string.Join(", ", files));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Each_file_that_is_named_with_its_folder_is_there(string what, string way) =>
        Quoted().Matches(way).Select(match => match.Groups["file"].Value).Where(name => name.Contains('/', StringComparison.Ordinal))
            .Where(name => !name.EndsWith("/Operators", StringComparison.Ordinal)).ShouldAllBe(name => IsFile(name), what);

    // "Server/Native/MessageRoutes" lies in Remanence.Server, "Commits/Committer" in whichever project has such a folder.
    private static bool IsFile(string name) =>
        Sources.Any(source => source.EndsWith($"/{name}.cs", StringComparison.Ordinal) || source == $"Remanence.{name}.cs");

    [GeneratedRegex("`(?<file>[A-Z][A-Za-z/.]*?)(\\.[A-Za-z]+)?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
