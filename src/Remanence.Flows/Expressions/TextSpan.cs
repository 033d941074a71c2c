namespace Remanence.Flows.Expressions;

/// <summary>A place in an expression.</summary>
internal readonly record struct TextSpan(int Start, int Length);
