namespace Remanence.Text.Tokens;

/// <summary>
/// Terms that say nothing about what a question asks for. They count little in a query rather than nothing, so that a query made of them still finds.
/// </summary>
public static class StopWords
{
    private const string Words =
        "a an and are as at be been being but by can could did do doe does doing done for from had has have having he her hers him his how i if in into is "
        + "it its "
        + "let me mention might mine must my of on or our ours she should so some than that the their theirs them then there these they this those to too us "
        + "was we were what when where which while who whom whose why will with would yes you your yours am not no nor any all each both about also just ever "
        + "i'm i've i'd i'll it's that's what's don't didn't doesn't isn't wasn't aren't weren't haven't hasn't won't can't couldn't wouldn't shouldn't "
        + "he's she's we're you're they're we've you've "
        + "的 了 是 在 我 你 他 她 它 们 我们 你们 他们 她们 吗 呢 啊 吧 什么 怎么 为什 么 哪里 哪个 谁 有 和 与 也 都 就 这 那 这个 那个 一个 不 没 没有 是什 时候 么时";

    private static readonly HashSet<string> Terms = Build();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a term, as the tokenizer gives it, says nothing by itself.</summary>
    public static bool Contains(ReadOnlySpan<char> term) => BySpan.Contains(term);

    private static HashSet<string> Build()
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words.Split(' '))
        {
            Tokenizer.Tokenize(word, term =>
            {
                if (term.Kind == IndexTermKind.Word)
                {
                    terms.Add(term.ToString());
                }
            });
        }

        return terms;
    }
}
