using System.Globalization;
using System.Text.RegularExpressions;
using Remanence.Services;

namespace Remanence.Architecture.Tests;

/// <summary>
/// What docs/guarantees.md promises is held by tests that exist and run. What they test is read by people; that a renamed one is noticed is held here.
/// </summary>
public sealed partial class GuaranteeTests
{
    private static readonly string Page = Read("docs/guarantees.md");

    [Fact]
    public void Each_guarantee_names_a_test_that_runs()
    {
        var sources = Repository
            .Files("tests", "*.cs")
            .ToLookup(path => Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), path).Split(Path.DirectorySeparatorChar)[0]);
        var rows = Page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line != "| what | test |").ToList();
        rows.Count.ShouldBeGreaterThan(80);
        rows.Where(row => !Name().IsMatch(row)).ShouldBeEmpty("each row names a test as `Project/Class.Method`");
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (Match name in Name().Matches(Page))
        {
            var project = name.Groups["project"].Value;
            if (!texts.TryGetValue(project, out var files))
            {
                texts.Add(project, files = [.. sources[project].Select(File.ReadAllText)]);
            }

            var type = new Regex($@"\bclass {name.Groups["type"].Value}\b", RegexOptions.NonBacktracking);
            if (!files.Any(text => type.IsMatch(text) && Runs(text, name.Groups["method"].Value)))
            {
                missing.Add(name.Value);
            }
        }

        missing.ShouldBeEmpty("no such test, or one that never runs; name in docs/guarantees.md the one that holds it now");
    }

    [Fact]
    public void Each_link_leads_to_a_section()
    {
        foreach (Match link in Link().Matches(Page))
        {
            var file = link.Groups["file"].Value;
            var text = Read(file.StartsWith("../", StringComparison.Ordinal) ? file[3..] : "docs/" + file);
            if (link.Groups["section"] is { Success: true, Value: var section })
            {
                text.Split('\n').Where(line => line.StartsWith('#')).Select(Anchor).ShouldContain(section, link.Value);
            }
        }
    }

    [Fact]
    public void The_limits_that_are_documented_are_those_that_hold()
    {
        var api = Read("docs/api.md");
        var limits = api[api.IndexOf("## Limits", StringComparison.Ordinal)..];
        foreach (var (number, what) in ((int, string)[])
        [
            (ServiceLimits.MaxMessages, " messages a call"), (ServiceLimits.MaxMessageLength, " characters a message"),
            (ServiceLimits.MaxDocumentLength, " a document"),
            (ServiceLimits.MaxQueryLength, " a query"), (ServiceLimits.MaxIdLength, " an id or name"), (ServiceLimits.MaxMetadataLength, " a metadata object"),
            (ServiceLimits.MaxTopK, string.Empty), (ServiceLimits.MaxPage, string.Empty),
        ])
        {
            limits.ShouldContain(number.ToString("N0", CultureInfo.InvariantCulture) + what);
        }
    }

    // The attributes of a method stand right above it; a test that only a condition skips says so in its body.
    private static bool Runs(string text, string method)
    {
        var found = Regex.Match(
            text,
            $@"(?<attributes>(?:^[ \t]*[^\s{{}}][^\n]*\n)+)[ \t]*public [^\n=(]*\b{method}\(",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
        return found.Success
            && Test().IsMatch(found.Groups["attributes"].Value)
            && !found.Groups["attributes"].Value.Contains("Skip =", StringComparison.Ordinal);
    }

    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"`(?<project>Remanence[\w.]*)/(?<type>\w+)\.(?<method>\w+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"\]\((?<file>[\w./]+\.md)(#(?<section>[\w-]+))?\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(Fact|Theory)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Test();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.NonBacktracking)]
    private static partial Regex NotInAnchors();
}
