using Remanence.Configuration;
using Remanence.Hosting;

namespace Remanence.Architecture.Tests;

/// <summary>
/// The docs name every setting as it is declared, and what they show works. To write the tables anew, run this with <c>REMANENCE_ACCEPT_DOCS=1</c>.
/// </summary>
public sealed class ConfigurationDocsTests
{
    [Fact]
    public void The_tables_of_settings_are_those_that_are_declared()
    {
        var path = Path.Combine(Repository.Root, "docs", "configuration.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var written = SettingTables.WriteInto(page, RemanenceSettings.Known);
        if (Environment.GetEnvironmentVariable("REMANENCE_ACCEPT_DOCS") == "1")
        {
            File.WriteAllText(path, written);
        }

        written.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), "run the architecture tests with REMANENCE_ACCEPT_DOCS=1 to write the tables anew.");
        foreach (var section in SettingTables.Of(RemanenceSettings.Known))
        {
            page.ShouldContain(SettingTables.Mark(section.Name));
        }
    }

    [Fact]
    public void The_example_can_be_used()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));
        var start = page.IndexOf("```yaml", StringComparison.Ordinal) + "```yaml".Length;
        var folder = Directory.CreateTempSubdirectory("remanence-test-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "remanence.yaml"), page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
            File.WriteAllText(Path.Combine(folder, "team.yaml"), "language: en");
            var configuration = RemanenceConfiguration.Load(new ConfigurationSources
            {
                WorkingFolder = folder,
                Environment = name => name == "OPENAI_API_KEY" ? "k" : null,
                Arguments = ["llm.default.model_name=qwen3:8b", "op.my_rewrite.params={\"enable_llm_rewrite\": false}"],
            });

            configuration.ChatModels.Select(model => model.Model).ShouldBe(["qwen3:8b", "gpt-4.1-mini"]);
            configuration.EmbeddingModels.ShouldHaveSingleItem().BaseUrl.ShouldBe(new Uri("http://127.0.0.1:11434/v1"));
            configuration.Operators.ShouldHaveSingleItem().Language.ShouldBe("en");
            configuration.Flows.ShouldHaveSingleItem().Inputs.ShouldHaveSingleItem().Required.ShouldBeTrue();
            configuration.Warnings.ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
