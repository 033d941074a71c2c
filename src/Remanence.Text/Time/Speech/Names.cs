using Remanence.Text.Time.Reading;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.Speech;

/// <summary>Times that are names here: titles of works, and what somebody is called.</summary>
internal static class Names
{
    // So many words a title and what is said of it have.
    private const int Longest = 8;

    public static bool IsEnglish(TokenStream tokens, int at, int next) =>
        IsCalled(tokens, at, next) || IsSubjectOfWork(tokens, at, next) || IsQuoted(tokens, at, next);

    /// <summary>"我女儿叫八月", "七月是我闺蜜的名字", 《七月》, the band 五月天.</summary>
    public static bool IsHan(TokenStream tokens, int at, int next)
    {
        var closes = tokens[next].Kind is TokenKind.Edge or TokenKind.Symbol || tokens[next].Sentence != tokens[at].Sentence;
        var band = tokens.IsHanWord(at, "五月天") && !tokens.IsHan(at + 3, '气');
        if (band || tokens.IsSymbol(at - 1, '《') || (tokens.IsHan(at - 1, '叫') && closes) || (tokens.IsHanWord(at - 2, "名叫") && closes))
        {
            return true;
        }

        for (var i = next; tokens.IsHan(next, '是') && i < next + Longest && tokens[i].Kind == TokenKind.Han; i++)
        {
            if (tokens.IsHanWord(i, "名字") || tokens.IsHanWord(i, "昵称") || tokens.IsHanWord(i, "小名"))
            {
                return true;
            }
        }

        return false;
    }

    // "our hamster is called Sunday", "my dog's name is Friday", "we named her June"
    private static bool IsCalled(TokenStream tokens, int at, int next)
    {
        var before = at - 1;
        var closes = tokens[next].Kind is TokenKind.Edge or TokenKind.Symbol || tokens[next].Sentence != tokens[at].Sentence;
        if (!closes || !tokens[at].Has(TokenMarks.Capital))
        {
            return false;
        }

        return (tokens.IsWord(before, "called") && EnglishTenseReader.KindOf(tokens, before - 1) is VerbKind.Be or VerbKind.BePast or VerbKind.Been)
            || tokens.IsWord(before, "named")
            || (tokens.IsWord(before - 1, "name") && EnglishTenseReader.KindOf(tokens, before) is VerbKind.Be or VerbKind.BePast)
            || tokens.IsWord(before - 1, "named")
            || tokens.IsWord(before - 2, "named");
    }

    // "Tomorrow never dies is my favourite film": what opens the sentence is said to be a work.
    private static bool IsSubjectOfWork(TokenStream tokens, int at, int next)
    {
        // "Last Monday I was on a show" and "Yesterday the guest was a band" have subjects of their own.
        var subject = tokens.Kind(next) is TermKind.The or TermKind.Article or TermKind.Clause;
        if (subject || (tokens[at - 1].Sentence == tokens[at].Sentence && tokens[at - 1].Kind == TokenKind.Word))
        {
            return false;
        }

        var verb = next;
        while (verb < next + Longest && IsOfSentence(tokens, verb, at) && EnglishTenseReader.KindOf(tokens, verb) is not (VerbKind.Be or VerbKind.BePast))
        {
            verb++;
        }

        var last = verb;
        var favourite = false;
        while (last + 1 < verb + Longest && IsOfSentence(tokens, last + 1, at))
        {
            last++;
            favourite |= tokens.IsWord(last, "favourite") || tokens.IsWord(last, "favorite");
        }

        return last > verb
            && EnglishTenseReader.KindOf(tokens, verb) is VerbKind.Be or VerbKind.BePast
            && (tokens.Kind(verb + 1) is TermKind.The or TermKind.Article or TermKind.Clause or TermKind.Ones || Determines(tokens, verb + 1))
            && IsOfSentence(tokens, verb, at)
            && SenseWords.IsTitled(FunctionWords.Of(tokens, last))
            && (verb > next || favourite);
    }

    private static bool Determines(TokenStream tokens, int at) =>
        tokens.IsWord(at, "his") || tokens.IsWord(at, "her") || tokens.IsWord(at, "their") || tokens.IsWord(at, "such") || tokens.IsWord(at, "still");

    // "Manic Monday" in quotation marks, every word with a capital.
    private static bool IsQuoted(TokenStream tokens, int at, int next)
    {
        var from = at - 1;
        while (from > at - Longest && tokens[from] is { Kind: TokenKind.Word } word && word.Has(TokenMarks.Capital))
        {
            from--;
        }

        var to = next;
        while (to < next + Longest && tokens[to] is { Kind: TokenKind.Word } word && word.Has(TokenMarks.Capital))
        {
            to++;
        }

        return tokens[at].Has(TokenMarks.Capital)
            && to - from > 2
            && (char)tokens[from].Value is '"' or '“'
            && tokens[from].Kind == TokenKind.Symbol
            && (char)tokens[to].Value is '"' or '”'
            && tokens[to].Kind == TokenKind.Symbol;
    }

    private static bool IsOfSentence(TokenStream tokens, int i, int at) => tokens[i].Kind == TokenKind.Word && tokens[i].Sentence == tokens[at].Sentence;
}
