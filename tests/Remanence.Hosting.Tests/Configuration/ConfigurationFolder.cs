using Remanence.Configuration;
using Remanence.Configuration.Faults;

namespace Remanence.Hosting.Tests.Configuration;

/// <summary>A working folder of a test's own, with an environment of its own.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("remanence-test-").FullName;

    public ConfigurationFolder()
    {
        // Four levels down, so that no .env of the machine is found above.
        Path = Directory.CreateDirectory(System.IO.Path.Combine(_root, "1/2/3/4/5")).FullName;
    }

    public string Path { get; }

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public string Write(string text, string name = "remanence.yaml") => Write(System.Text.Encoding.UTF8.GetBytes(text), name);

    public string Write(byte[] bytes, string name = "remanence.yaml")
    {
        var path = System.IO.Path.GetFullPath(name, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ConfigurationSources Sources(params string[] arguments) =>
        new()
        {
            Arguments = arguments,
            Environment = Environment.GetValueOrDefault,
            WorkingFolder = Path,
        };

    public RemanenceConfiguration Load(params string[] arguments) => RemanenceConfiguration.Load(Sources(arguments));

    public ConfigurationTree Tree(params string[] arguments) => ConfigurationTree.Read(Sources(arguments), KnownSettings.Catalogue);

    /// <summary>A value of the tree as JSON.</summary>
    public string? Json(string key, params string[] arguments) => Tree(arguments).Node.Find(key)?.ToJson().GetRawText();

    public IReadOnlyList<ConfigurationFault> Faults(params string[] arguments) => Should.Throw<ConfigurationException>(() => Load(arguments)).Faults;

    public string Fault(params string[] arguments) => Faults(arguments).ShouldHaveSingleItem().Message;
}
