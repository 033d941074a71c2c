namespace Remanence.Flows.Expressions;

/// <summary>The marks of an expression.</summary>
internal enum TokenKind
{
    Name,
    Then,
    Beside,
    Open,
    Close,
    MayFail,
    End,
}
