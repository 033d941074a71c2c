namespace Remanence.Flows;

/// <summary>A field of a call that a flow does not take.</summary>
/// <param name="Field">The field.</param>
/// <param name="Missing">Whether it is missing; otherwise it is of the wrong type.</param>
/// <param name="Message">What was expected and what came.</param>
public sealed record FlowInputFault(string Field, bool Missing, string Message);
