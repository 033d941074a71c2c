using Remanence.Memories;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Speech;

/// <summary>What a Chinese sentence does with the time that it names: asks, greets, tells a habit, a story, a wish, or the age of a thing.</summary>
internal static class ChineseSense
{
    public static bool Asks(TokenStream tokens, int at) => tokens.IsQuestion(at) || tokens.Clauses.InShort(at).HasFlag(SenseMarks.Asks);

    public static bool TellsEvent(TokenStream tokens, int at, in Finding finding)
    {
        var sentence = tokens.Clauses.InLong(at);
        var story = sentence.HasFlag(SenseMarks.Story) || (sentence.HasFlag(SenseMarks.StoryNoun) && sentence.HasFlag(SenseMarks.StoryPlace));
        // 就像昨天一样
        return !tokens.IsHanOf(at - 1, "像如似")
            && !sentence.HasFlag(SenseMarks.Wish)
            && !tokens.Clauses.InShort(at).HasFlag(SenseMarks.Craves)
            && !(story && tokens.TenseAt(at) is Tense.None or Tense.Present)
            && !IsGreeting(tokens, finding.Next)
            && !Names.IsHan(tokens, at, finding.Next)
            && !IsAgeOfThing(tokens, finding)
            && !(finding.Floats && tokens.Clauses.InShort(at).HasFlag(SenseMarks.Habit));
    }

    // 圣诞快乐, 元旦愉快
    private static bool IsGreeting(TokenStream tokens, int next) =>
        tokens.IsHanWord(next, "快乐") || tokens.IsHanWord(next, "愉快") || tokens.IsHanWord(next, "安康");

    // 九十年代的老歌
    private static bool IsAgeOfThing(TokenStream tokens, in Finding finding) =>
        finding.Period && finding.Precision == TimePrecision.Decade && tokens.IsHan(finding.Next, '的');
}
