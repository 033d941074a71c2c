using System.Xml.Linq;
using Mono.Cecil;

namespace Remanence.Architecture.Tests;

/// <summary>
/// <c>{Abstractions, Text} ← {Models, Flows} ← Core ← Learning ← Remanence ← {Compat, Mcp, Agents, Hosting} ← {Server, Cli}</c>. A store and the client need
/// Abstractions alone, a model provider Models.
/// </summary>
public sealed class DependencyDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Remanence.Abstractions"] = [],
        ["Remanence.Text"] = ["Remanence.Abstractions"],
        ["Remanence.Models"] = ["Remanence.Abstractions", "Remanence.Text"],
        ["Remanence.Flows"] = ["Remanence.Abstractions"],
        ["Remanence.Core"] = ["Remanence.Abstractions", "Remanence.Models", "Remanence.Text"],
        ["Remanence.Learning"] = ["Remanence.Core", "Remanence.Flows"],
        ["Remanence"] = ["Remanence.Core", "Remanence.Learning"],
        ["Remanence.Agents"] = ["Remanence.Abstractions", "Remanence.Models", "Remanence.Text"],
        ["Remanence.Http"] = ["Remanence.Abstractions"],
        ["Remanence.Compat.ReMe"] = ["Remanence", "Remanence.Agents", "Remanence.Http"],
        ["Remanence.Sqlite"] = ["Remanence.Abstractions"],
        ["Remanence.Client"] = ["Remanence.Abstractions"],
        ["Remanence.Mcp"] = ["Remanence"],
        ["Remanence.OpenAI"] = ["Remanence.Models"],
        ["Remanence.Anthropic"] = ["Remanence.Models"],
        ["Remanence.Evaluation"] = ["Remanence"],
        ["Remanence.Configuration"] = ["Remanence.Abstractions"],
        ["Remanence.Hosting"] =
        [
            "Remanence", "Remanence.Anthropic", "Remanence.Compat.ReMe", "Remanence.Configuration", "Remanence.Mcp", "Remanence.OpenAI", "Remanence.Sqlite",
        ],
        ["Remanence.Server"] = ["Remanence.Compat.ReMe", "Remanence.Hosting", "Remanence.Http"],
        ["Remanence.Cli"] = ["Remanence.Agents", "Remanence.Hosting", "Remanence.Server", "Remanence.Client", "Remanence.Evaluation"],
    };

    public static TheoryData<string> Projects() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_downward(string project) => References(project).ShouldBeSubsetOf(Allowed[project]);

    [Fact]
    public void Every_project_has_its_place()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!);
        projects.ShouldBe(Allowed.Keys, ignoreOrder: true);
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Remanence.slnx"));
        foreach (var folder in new[] { "src", "tests", "bench", "samples" }.Where(name => Directory.Exists(Path.Combine(Repository.Root, name))))
        {
            foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            {
                solution.ShouldContain(Path.GetFileName(path));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Friends_are_tests_only(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants("InternalsVisibleTo")
            .Select(friend => friend.Attribute("Include")!.Value)
            .ShouldAllBe(friend => friend.EndsWith(".Tests", StringComparison.Ordinal));

    [Fact]
    public void Only_surfaces_over_HTTP_touch_the_web_framework()
    {
        var touching = Allowed.Keys.Where(project => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, project + ".dll"))
            .AssemblyReferences.Any(reference => reference.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));
        touching.ShouldBe(["Remanence.Http", "Remanence.Compat.ReMe", "Remanence.Server", "Remanence.Cli"], ignoreOrder: true);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
