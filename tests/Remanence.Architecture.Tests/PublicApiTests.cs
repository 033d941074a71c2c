using System.Reflection;

namespace Remanence.Architecture.Tests;

/// <summary>
/// The public surface of each library is a text file beside this test; changing it is a change that somebody reads. To accept a change, run the
/// tests with <c>REMANENCE_ACCEPT_API=1</c> and commit what they wrote.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries() =>
    [
        "Remanence.Abstractions", "Remanence.Text", "Remanence.Models", "Remanence.Flows", "Remanence.Core", "Remanence.Learning", "Remanence",
        "Remanence.Agents", "Remanence.Compat.ReMe", "Remanence.Http", "Remanence.Sqlite", "Remanence.Client", "Remanence.OpenAI", "Remanence.Anthropic",
        "Remanence.Mcp", "Remanence.Evaluation", "Remanence.Configuration", "Remanence.Hosting",
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_reviewed_one(string library)
    {
        var path = Path.Combine(Repository.Root, "tests", "Remanence.Architecture.Tests", "PublicApi", library + ".txt");
        var surface = string.Join('\n', PublicSurface.Of(Assembly.Load(library))) + "\n";
        if (Environment.GetEnvironmentVariable("REMANENCE_ACCEPT_API") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, surface);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing; run with REMANENCE_ACCEPT_API=1 to write it.");
        surface.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
