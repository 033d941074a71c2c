using System.Text.RegularExpressions;

namespace Remanence.Architecture.Tests;

/// <summary>README in Chinese says the same commands as the English one, in the same order; the comments behind them are its own.</summary>
public sealed partial class ReadmeLanguageTests
{
    [Fact]
    public void Both_have_the_same_commands()
    {
        var english = Commands("README.md");
        var chinese = Commands("README.zh.md");
        chinese.Count.ShouldBeGreaterThan(10);
        english
            .Take(chinese.Count)
            .ShouldBe(chinese, "what stands in the blocks of README.md stands in those of README.zh.md, which ends where the figures begin");
        english.Skip(chinese.Count).ShouldAllBe(command => command.StartsWith("remanence eval ", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_program_in_them_is_a_sample_word_by_word()
    {
        string[] programs = [.. Repository.Files("samples", "Program.cs").Select(path => WithoutHead(File.ReadAllText(path).ReplaceLineEndings("\n")))];
        foreach (var page in (string[])["README.md", "README.zh.md"])
        {
            var shown = Programs()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n"))
                .Select(block => block.Groups["text"].Value);
            shown.ShouldNotBeEmpty();
            shown.ShouldBeSubsetOf(programs, page);
        }
    }

    [Fact]
    public void Links_of_both_lead_somewhere()
    {
        foreach (var page in (string[])["README.md", "README.zh.md", "docs/operations.md"])
        {
            var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
            Links().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups["path"].Value)
                .Where(path => !Path.Exists(Path.Combine(folder, path))).ShouldBeEmpty(page);
        }
    }

    private static List<string> Commands(string page) =>
        [
            .. Blocks()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n"))
                .SelectMany(block => block.Groups["text"].Value.Split('\n'))
                .Select(line => Comment().Replace(line, "").Trim())
                .Where(line => line.Length > 0),
        ];

    private static string WithoutHead(string program) =>
        string.Join('\n', program.Split('\n').SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex("^```csharp\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Programs();

    [GeneratedRegex("^```(?:sh|csharp)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\s{2,}(?:#|//).*$", RegexOptions.None, 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(?:#[^)]*)?\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Links();
}
