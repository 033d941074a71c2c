using System.Xml.Linq;

namespace Remanence.Architecture.Tests;

/// <summary>What others would write is short, and stands on what is public.</summary>
public sealed class SampleTests
{
    private const int Limit = 150;

    private static readonly string[] Known =
    [
        "01-quickstart", "02-own-flow", "03-chat", "04-model-provider", "05-store", "06-candidate-source", "07-memory-service", "08-own-learning",
        "09-own-library", "10-own-host", "11-words-and-times", "12-blobs", "13-every-capability", "14-evaluate", "15-http-provider", "16-from-reme",
        "17-own-settings", "18-what-is-kept", "19-damaged-store", "20-in-process", "21-hosted",
    ];

    public static TheoryData<string> Samples() => [.. Known];

    [Fact]
    public void Every_sample_is_looked_at() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples")).Select(Path.GetFileName).ShouldBe(Known, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_short(string sample) => Sources(sample).Sum(path => File.ReadLines(path).Count()).ShouldBeInRange(1, Limit - 1, sample);

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_begins_with_what_it_shows_and_how_to_run_it(string sample)
    {
        string[] commands = ["dotnet run --project samples/" + sample, "dotnet test tests/"];

        Sources(sample).SelectMany(path => File.ReadLines(path).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)))
            .ShouldContain(line => commands.Any(command => line.Contains(command, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_project_is_a_friend_of_a_sample()
    {
        string[] names = [.. Repository.Projects("samples").Select(Repository.AssemblyOf)];
        names.ShouldBeUnique();
        foreach (var project in Repository.Projects("src"))
        {
            XDocument.Load(project).Descendants("InternalsVisibleTo").Select(friend => friend.Attribute("Include")!.Value)
                .ShouldAllBe(friend => !names.Contains(friend), project);
        }

        foreach (var project in Repository.Projects("samples"))
        {
            // A file that is compiled into it, too, would be more than what is public.
            XDocument.Load(project).Descendants("Compile").ShouldBeEmpty(project);
        }

        foreach (var source in Known.SelectMany(Sources).Concat(Repository.Files("src", "*.cs")))
        {
            File.ReadLines(source).ShouldNotContain(line => line.Contains("InternalsVisibleTo", StringComparison.Ordinal), source);
        }
    }

    private static IEnumerable<string> Sources(string sample) => Repository.Files(Path.Combine("samples", sample), "*.cs");
}
