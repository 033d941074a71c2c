using Remanence.Diagnostics;

namespace Remanence.Flows.Expressions;

/// <summary>Cuts an expression into its marks, one at a time.</summary>
internal sealed class Lexer(string text)
{
    private int _at;

    /// <summary>Whether a text is a name: letters, digits, <c>_</c> and <c>-</c>, beginning with a letter or <c>_</c>.</summary>
    public static bool IsName(string text) => text.Length > 0 && IsNameStart(text[0]) && text.All(IsNamePart);

    public Token Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        if (_at == text.Length)
        {
            // What is missing is missing behind the last mark, not below it.
            return new Token(ExpressionTokenKind.End, new TextSpan(text.AsSpan().TrimEnd().Length, 0));
        }

        var start = _at;
        var kind = text[_at] switch
        {
            '|' => ExpressionTokenKind.Beside,
            '(' or '[' => ExpressionTokenKind.Open,
            ')' or ']' => ExpressionTokenKind.Close,
            ',' => ExpressionTokenKind.Then,
            '?' => ExpressionTokenKind.MayFail,
            '>' when _at + 1 < text.Length && text[_at + 1] == '>' => ExpressionTokenKind.Then,
            var first when IsNameStart(first) => ExpressionTokenKind.Name,
            _ => throw Unexpected(),
        };
        _at += text[_at] == '>' ? 2 : 1;
        while (kind == ExpressionTokenKind.Name && _at < text.Length && IsNamePart(text[_at]))
        {
            _at++;
        }

        return new Token(kind, new TextSpan(start, _at - start));
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

    private ExpressionException Unexpected()
    {
        var length = char.IsSurrogatePair(text, _at) ? 2 : 1;
        var found = Printable.Show(text.Substring(_at, length));
        var message = text[_at] == '>'
            ? "\">\" alone means nothing; write \">>\" for one step after the other"
            : $"{found} has no meaning in an expression; it takes names, \">>\", \"|\", \"?\" and parentheses";
        return new ExpressionException(message, text, new TextSpan(_at, length));
    }
}
