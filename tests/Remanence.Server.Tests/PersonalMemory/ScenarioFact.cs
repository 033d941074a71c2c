namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>What a scripted reader finds.</summary>
public sealed record ScenarioFact(
    string From,
    string Fact,
    string? Subject = null,
    string? Attribute = null,
    string? Value = null,
    [property: System.Text.Json.Serialization.JsonPropertyName("single")] bool? OneAtATime = null,
    bool? Negated = null);
