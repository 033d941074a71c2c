using Remanence.Diagnostics;

namespace Remanence.Flows.Expressions;

/// <summary>
/// Reads <c>a &gt;&gt; (b | c?) &gt;&gt; d</c>. Steps stand one after the other with <c>&gt;&gt;</c> and side by side with <c>|</c>; <c>&gt;&gt;</c> binds
/// tighter. What carries a <c>?</c>, a step or a group in parentheses, may fail without failing the flow. As MemoryScope writes it, <c>a,[b|c],d</c>, a comma
/// stands for <c>&gt;&gt;</c> and brackets for parentheses.
/// <code>
/// parallel := sequence ("|" sequence)*
/// sequence := part ((">>" | ",") part)*
/// part     := (name | "(" parallel ")" | "[" parallel "]") "?"?
/// </code>
/// </summary>
internal sealed class ExpressionParser
{
    /// <summary>Groups within each other.</summary>
    public const int MaxDepth = 100;

    private readonly string _text;
    private readonly Lexer _lexer;
    private Token _token;
    private int _depth;

    private ExpressionParser(string text)
    {
        (_text, _lexer) = (text, new Lexer(text));
        _token = _lexer.Next();
    }

    /// <exception cref="ExpressionException">The text is no expression.</exception>
    public static FlowNode Parse(string text)
    {
        var parser = new ExpressionParser(text);
        if (parser._token.Kind == ExpressionTokenKind.End)
        {
            throw new ExpressionException("the expression is empty; write at least one operator's name", text, new TextSpan(0, 0));
        }

        var node = parser.Parallel();
        return parser._token.Kind switch
        {
            ExpressionTokenKind.End => node,
            ExpressionTokenKind.Close => throw parser.Fault($"there is no \"{(parser.Found() == "\"]\"" ? '[' : '(')}\" for this {parser.Found()}"),
            ExpressionTokenKind.MayFail => throw parser.Fault("one \"?\" is enough"),
            _ => throw parser.Fault($"expected \">>\" or \"|\" between two steps, but found {parser.Found()}"),
        };
    }

    private FlowNode Parallel()
    {
        var parts = new List<FlowNode> { Sequence() };
        while (_token.Kind == ExpressionTokenKind.Beside)
        {
            Advance();
            parts.Add(Sequence());
        }

        return GroupNode.Of(parallel: true, parts)!;
    }

    private FlowNode Sequence()
    {
        var parts = new List<FlowNode> { Part() };
        while (_token.Kind == ExpressionTokenKind.Then)
        {
            Advance();
            parts.Add(Part());
        }

        return GroupNode.Of(parallel: false, parts)!;
    }

    private FlowNode Part()
    {
        var start = _token;
        FlowNode node;
        switch (start.Kind)
        {
            case ExpressionTokenKind.Name:
                node = new StepNode(_text.Substring(start.Span.Start, start.Span.Length), start.Span);
                Advance();
                break;
            case ExpressionTokenKind.Open:
                node = Group(start);
                break;
            default:
                throw Fault(
                    $"expected an operator's name or \"(\", but {(start.Kind == ExpressionTokenKind.End ? "the expression ends" : "found " + Found())}");
        }

        if (_token.Kind == ExpressionTokenKind.MayFail)
        {
            Advance();
            return node.WithMayFail();
        }

        return node;
    }

    private FlowNode Group(Token open)
    {
        if (++_depth > MaxDepth)
        {
            throw Fault($"parentheses are nested more than {MaxDepth} deep");
        }

        var (opened, closed) = _text[open.Span.Start] == '[' ? ('[', ']') : ('(', ')');
        Advance();
        var node = Parallel();
        switch (_token.Kind)
        {
            case ExpressionTokenKind.Close when _text[_token.Span.Start] == closed:
                Advance();
                break;
            case ExpressionTokenKind.End:
                throw new ExpressionException($"there is no \"{closed}\" for this \"{opened}\"", _text, open.Span);
            case ExpressionTokenKind.MayFail:
                throw Fault("one \"?\" is enough");
            default:
                throw Fault($"expected \">>\", \"|\" or \"{closed}\", but found {Found()}");
        }

        _depth--;
        return node;
    }

    private void Advance() => _token = _lexer.Next();

    private string Found() => Printable.Show(_text.Substring(_token.Span.Start, _token.Span.Length));

    private ExpressionException Fault(string what) => new(what, _text, _token.Span);
}
