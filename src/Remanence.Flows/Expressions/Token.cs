namespace Remanence.Flows.Expressions;

/// <summary>A mark of an expression and its place.</summary>
internal readonly record struct Token(ExpressionTokenKind Kind, TextSpan Span);
