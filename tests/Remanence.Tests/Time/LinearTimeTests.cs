using Remanence.Time;

namespace Remanence.Tests.Time;

public sealed class LinearTimeTests
{
    private static readonly DateTimeOffset Reference = new(2023, 5, 25, 14, 30, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("2023-")]
    [InlineData("2023 ")]
    [InlineData("一")]
    [InlineData("十")]
    [InlineData("二三")]
    [InlineData("年")]
    [InlineData("上")]
    [InlineData("上上周")]
    [InlineData("从")]
    [InlineData("周一到")]
    [InlineData("每")]
    [InlineData("5月")]
    [InlineData("the ")]
    [InlineData("the week before ")]
    [InlineData("the week of ")]
    [InlineData("the first week of ")]
    [InlineData("May 5 and the next day ")]
    [InlineData("in 2010 and three years later ")]
    [InlineData("two weeks ago on ")]
    [InlineData("Friday in two weeks ")]
    [InlineData("tomorrow at ")]
    [InlineData("Will ")]
    [InlineData("last ")]
    [InlineData("late ")]
    [InlineData("early the ")]
    [InlineData("since ")]
    [InlineData("between ")]
    [InlineData("between May and ")]
    [InlineData("from Monday to ")]
    [InlineData("two weeks after ")]
    [InlineData("May ")]
    [InlineData("May, ")]
    [InlineData("3:")]
    [InlineData("3 pm on ")]
    [InlineData("in a ")]
    [InlineData("twenty-")]
    [InlineData("Monday ")]
    [InlineData("Monday, ")]
    [InlineData("end of the ")]
    [InlineData("last year's ")]
    [InlineData("last year's first week of ")]
    [InlineData("in 5 ")]
    [InlineData("1,")]
    [InlineData("7 and ")]
    [InlineData("7th of ")]
    [InlineData("7th and ")]
    [InlineData("5:30 in the ")]
    [InlineData("two years and ")]
    [InlineData("May 7 from 3 pm to ")]
    [InlineData("the summer before ")]
    [InlineData("二〇二三年")]
    [InlineData("3到")]
    [InlineData("2022到")]
    [InlineData("2022年5到7月")]
    [InlineData("农历")]
    [InlineData("正月初")]
    [InlineData("2019年三年后")]
    [InlineData("昨天第二天")]
    [InlineData("第")]
    [InlineData("最近")]
    [InlineData("三天")]
    [InlineData("下午2点到")]
    [InlineData("half past ")]
    [InlineData("a few ")]
    [InlineData("'")]
    [InlineData("'s")]
    [InlineData("earlier this ")]
    [InlineData("yesterday - ")]
    [InlineData("The meeting in May was moved to last Friday at 3 pm. 昨天下午三点开会。 ")]
    public void Work_grows_with_the_text_and_not_faster(string piece)
    {
        var half = Work(piece, 2000);
        var whole = Work(piece, 4000);

        whole.ShouldBeLessThanOrEqualTo((2 * half) + 500);
        (whole / (4000 * Math.Max(1, piece.Length))).ShouldBeLessThan(600);
    }

    private static long Work(string piece, int times)
    {
        TimeExpressions.Find(string.Concat(Enumerable.Repeat(piece, times)), Reference, out var looks);
        return looks;
    }
}
