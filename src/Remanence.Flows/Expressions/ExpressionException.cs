namespace Remanence.Flows.Expressions;

/// <summary>An expression that is none.</summary>
internal sealed class ExpressionException : RemanenceException
{
    public ExpressionException(string what, string expression, TextSpan span)
        : base(what) => (Span, Excerpt) = (span, Expressions.MarkedLine.Of(expression, span));

    /// <summary>The place.</summary>
    public TextSpan Span { get; }

    /// <summary>The line at fault with carets under the place.</summary>
    public string Excerpt { get; }
}
