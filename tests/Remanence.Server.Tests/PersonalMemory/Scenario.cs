using System.Text.Json;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>A conversation over several dated sessions, and what is believed after each.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Sessions">The sessions in the order of their arrival.</param>
/// <param name="Model">Whether a scripted model reads them; else rules do.</param>
public sealed record Scenario(string Name, IReadOnlyList<ScenarioSession> Sessions, bool Model = false)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Scenario> All { get; } = Read();

    public override string ToString() => Name;

    private static IReadOnlyList<Scenario> Read()
    {
        using var stream = typeof(Scenario).Assembly.GetManifestResourceStream("scenarios.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<Scenario>>(stream, Options)!;
    }
}
