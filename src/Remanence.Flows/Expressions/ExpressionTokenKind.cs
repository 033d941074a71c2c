namespace Remanence.Flows.Expressions;

/// <summary>The marks of an expression.</summary>
internal enum ExpressionTokenKind
{
    Name, Then, Beside, Open, Close, MayFail, End,
}
