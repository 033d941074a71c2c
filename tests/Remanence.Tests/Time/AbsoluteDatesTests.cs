using Remanence.Text.Time;

namespace Remanence.Tests.Time;

public sealed class AbsoluteDatesTests
{
    // A Monday.
    private static readonly DateTimeOffset Reference = new(2024, 5, 13, 15, 20, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("He went to Paris yesterday.", "He went to Paris yesterday (12 May 2024).")]
    [InlineData("Last week he was ill", "Last week (6 to 12 May 2024) he was ill")]
    [InlineData("We move next month", "We move next month (June 2024)")]
    [InlineData("I quit two years ago", "I quit two years ago (around May 2022)")]
    [InlineData("last summer was hot", "last summer (June to August 2023) was hot")]
    [InlineData("last winter was cold", "last winter (December 2023 to February 2024) was cold")]
    [InlineData("two decades ago", "two decades ago (2000s)")]
    [InlineData("two weeks ago", "two weeks ago (26 April to 2 May 2024)")]
    [InlineData("yesterday at 3 pm", "yesterday at 3 pm (12 May 2024, 15:00)")]
    [InlineData("yesterday morning", "yesterday morning (12 May 2024, 05:00 to 12:00)")]
    [InlineData("last night", "last night (12 May 2024, 18:00 to 13 May 2024, 06:00)")]
    [InlineData("He left on 12 May 2023 and came back yesterday", "He left on 12 May 2023 and came back yesterday (12 May 2024)")]
    [InlineData("every Monday", "every Monday")]
    [InlineData("since last week", "since last week")]
    [InlineData("nothing here", "nothing here")]
    [InlineData("他昨天去了巴黎。", "他昨天（2024年5月12日）去了巴黎。")]
    [InlineData("上周他病了", "上周（2024年5月6日至12日）他病了")]
    [InlineData("下个月搬家", "下个月（2024年6月）搬家")]
    [InlineData("去年夏天", "去年夏天（2023年6月至8月）")]
    [InlineData("前年", "前年（2022年）")]
    [InlineData("昨天下午三点", "昨天下午三点（2024年5月12日15:00）")]
    public void Date_stands_beside_a_relative_time(string text, string expected) => AbsoluteDates.Beside(text, Reference).ShouldBe(expected);
}
