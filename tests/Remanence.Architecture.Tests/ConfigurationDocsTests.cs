using Remanence.Configuration;
using Remanence.Server.Configuration;

namespace Remanence.Architecture.Tests;

/// <summary>The docs name every setting, and what they show works.</summary>
public sealed class ConfigurationDocsTests
{
    [Fact]
    public void Every_setting_stands_in_the_command_lines_page_with_its_default()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md"));
        foreach (var setting in RemanenceSettings.Known)
        {
            page.ShouldContain($"| `{setting.Name}` | {(setting.Default.Length == 0 ? "|" : $"`{setting.Default}` |")}");
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
