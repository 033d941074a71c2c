namespace Remanence.Flows.Slots;

/// <summary>What is wrong inside a value.</summary>
/// <param name="Path">Where, such as <c>[3].time</c>.</param>
/// <param name="Message">What.</param>
public sealed record JsonFault(string Path, string Message);
