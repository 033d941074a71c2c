using System.Globalization;
using Remanence.Text.Time;

namespace Remanence.Tests.Time;

public sealed class MessageTimesTests
{
    [Theory]
    [InlineData("2023-05-08T13:56:20Z", "2023-05-08T13:56:20+00:00")]
    [InlineData("2023-05-08T13:56:20.125Z", "2023-05-08T13:56:20.125+00:00")]
    [InlineData("2023-05-08T13:56:20+08:00", "2023-05-08T13:56:20+08:00")]
    [InlineData("2023-05-08T13:56:20-05:00", "2023-05-08T13:56:20-05:00")]
    [InlineData("2023-05-08T13:56:20+0530", "2023-05-08T13:56:20+05:30")]
    [InlineData("2023-05-08T13:56", "2023-05-08T13:56:00+00:00")]
    [InlineData("2023-05-08 13:56:20", "2023-05-08T13:56:20+00:00")]
    [InlineData("2023-05-08 13:56:20 UTC", "2023-05-08T13:56:20+00:00")]
    [InlineData("2023-05-08", "2023-05-08T00:00:00+00:00")]
    [InlineData("  2023-05-08  ", "2023-05-08T00:00:00+00:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00+00:00")]
    [InlineData("1:56 pm on 8 May, 2023", "2023-05-08T13:56:00+00:00")]
    [InlineData("12:05 am on 8 May, 2023", "2023-05-08T00:05:00+00:00")]
    [InlineData("March-15-2024", "2024-03-15T00:00:00+00:00")]
    [InlineData("May 8, 2023 13:56", "2023-05-08T13:56:00+00:00")]
    [InlineData("May 8, 2023, 1:56 PM", "2023-05-08T13:56:00+00:00")]
    [InlineData("Mon, 8 May 2023 13:56:00 GMT", "2023-05-08T13:56:00+00:00")]
    [InlineData("Mon, 08 May 2023 13:56:00 +0200", "2023-05-08T13:56:00+02:00")]
    [InlineData("2023/05/08 (Mon) 13:56", "2023-05-08T13:56:00+00:00")]
    [InlineData("5/8/2023 13:56", "2023-05-08T13:56:00+00:00")]
    [InlineData("2023年5月8日 下午1:56", "2023-05-08T13:56:00+00:00")]
    [InlineData("2023年5月8日", "2023-05-08T00:00:00+00:00")]
    [InlineData("2023年5月8日 13:56:20", "2023-05-08T13:56:20+00:00")]
    [InlineData("1683554160", "2023-05-08T13:56:00+00:00")]
    [InlineData("1683554160000", "2023-05-08T13:56:00+00:00")]
    public void Timestamp_is_read(string text, string expected)
    {
        MessageTimes.TryParse(text, out var time).ShouldBeTrue();

        time.ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
        time.Offset.ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("yesterday")]
    [InlineData("May 8")]
    [InlineData("May 2023")]
    [InlineData("2023")]
    [InlineData("13:56")]
    [InlineData("Christmas 2023")]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("2023-05-08T25:00:00Z")]
    [InlineData("2023-05-08T13:60:00Z")]
    [InlineData("2023-05-08 morning")]
    [InlineData("2023-05-08 and more")]
    [InlineData("on the way")]
    [InlineData("12345")]
    [InlineData("20230508")]
    [InlineData("99999999999999999999")]
    [InlineData("-1683554160")]
    [InlineData("1683554160.5")]
    [InlineData("1899-12-31")]
    [InlineData("2201-01-01")]
    [InlineData("7:00:00")]
    [InlineData("去年5月8日")]
    [InlineData("from 2023-05-08")]
    public void Anything_else_is_refused(string text) => MessageTimes.TryParse(text, out _).ShouldBeFalse();
}
