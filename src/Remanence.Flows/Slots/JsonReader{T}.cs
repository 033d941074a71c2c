namespace Remanence.Flows.Slots;

/// <summary>How JSON becomes a value.</summary>
/// <param name="Expected">What it takes, as in "must be a whole number".</param>
/// <param name="Read">Reads it.</param>
internal sealed record JsonReader<T>(string Expected, JsonRead<T> Read);
