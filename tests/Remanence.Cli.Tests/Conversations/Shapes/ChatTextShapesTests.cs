using System.Globalization;
using FsCheck.Fluent;
using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

public sealed class ChatTextShapesTests
{
    [Theory]
    [InlineData("06/10/25, 10:56 - Mia Stone: x\n06/10/25, 11:05 - Jon: y", "2025-10-06T10:56:00")]
    [InlineData("[14/10/2025, 3:34:09 PM] Mia Stone: x\n[14/10/2025, 3:35:40 PM] Jon: y", "2025-10-14T15:34:09")]
    [InlineData("4/16/25, 7:02 PM - Mia Stone: x\n4/23/25, 7:38 PM - Jon: y", "2025-04-16T19:02:00")]
    [InlineData("2016-06-27, 8:04:08 AM: Mia Stone: x\n2016-06-27, 8:05:08 AM: Jon: y", "2016-06-27T08:04:08")]
    [InlineData("[12.03.24, 09:15:22] Mia Stone: x\n[13.03.24, 09:16:22] Jon: y", "2024-03-12T09:15:22")]
    [InlineData("\u200E[08/05/2026, 1:02:33\u202Fp.m.] ~\u202FMia Stone: x\n\u200E[20/05/2026, 1:03:33\u202Fp.m.] Jon: y", "2026-05-08T13:02:33")]
    [InlineData("2026/05/08 13:02 - Mia Stone: x\n2026/05/08 13:03 - Jon: y", "2026-05-08T13:02:00")]
    [InlineData("8.5.2026 klo 13.02 - Mia Stone: x\n18.5.2026 klo 13.03 - Jon: y", "2026-05-08T13:02:00")]
    [InlineData("2026年5月8日 下午1:02 - Mia Stone: x\n2026年5月8日 下午1:03 - Jon: y", "2026-05-08T13:02:00")]
    [InlineData("2026. 5. 8. 오후 1:02, Mia Stone : x\n2026. 5. 8. 오후 1:03, Jon : y", "2026-05-08T13:02:00")]
    [InlineData("2026년 5월 8일 오전 1:02, Mia Stone : x\n2026년 5월 8일 오후 1:03, Jon : y", "2026-05-08T01:02:00")]
    [InlineData("٠٨‏/٠٥‏/٢٠٢٦، ١:٠٢ م - Mia Stone: x\n١٨‏/٠٥‏/٢٠٢٦، ١:٠٣ م - Jon: y", "2026-05-08T13:02:00")]
    [InlineData("08/05/2026 à 13:02 - Mia Stone: x\n28/05/2026 à 13:02 - Jon: y", "2026-05-08T13:02:00")]
    [InlineData("08-05-2026 13:02 - Mia Stone: x\n28-05-2026 13:02 - Jon: y", "2026-05-08T13:02:00")]
    [InlineData("Mia Stone, [08.05.2026 13:02]\nx\n\nJon, [18.05.2026 13:03]\ny", "2026-05-08T13:02:00")]
    [InlineData("Mia Stone, [8 May 2026 at 13:02:33]:\nx\nJon, [8 May 2026 at 13:03:00]:\ny", "2026-05-08T13:02:33")]
    public void Chat_of_any_country_is_a_message_each(string text, string time)
    {
        var messages = Read(text).Messages;

        messages[0]
            .ShouldBe(
                new Message
                {
                    Role = "user",
                    Name = "Mia Stone",
                    Content = "x",
                    Time = DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture),
                });
        messages.Select(message => (message.Name, message.Content)).ShouldBe([("Mia Stone", "x"), ("Jon", "y")]);
    }

    [Fact]
    public void Day_and_month_are_decided_over_the_whole_file()
    {
        Read("04/05/25, 10:00 - A: x\n04/13/25, 10:00 - B: y").Messages[0].Time!.Value.Month.ShouldBe(4);
        Read("04/05/25, 10:00 - A: x\n13/05/25, 10:00 - B: y").Messages[0].Time!.Value.Month.ShouldBe(5);
        Read("05/04/25, 10:00 - A: x\n04/05/25, 10:00 - B: y").Messages[0].Time!.Value.ShouldBe(new DateTimeOffset(2025, 4, 5, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Dates_that_may_be_two_are_said_to_be()
    {
        Read("04/05/25, 10:00 - A: x\n06/05/25, 10:00 - B: y")
            .Notes[0]
            .ShouldBe("chat.txt: its dates are read as day/month/year; they could be month/day/year, too.");
        Read("14/05/25, 10:00 - A: x\n16/05/25, 10:00 - B: y").Notes.ShouldHaveSingleItem().ShouldContain("--me NAME");
    }

    [Fact]
    public void What_the_program_says_is_no_message_and_lines_go_on()
    {
        const string text = """
            06/10/25, 10:50 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
            06/10/25, 10:51 - Mia Stone changed the subject from "Trip: Rome" to "Trip: Oslo"
            06/10/25, 10:56 - Mia Stone: I moved to Bergen: in August
            16/10/25, 11:05 - Jon Reed: great
            and which street?
            12:30 is fine

            06/11/25, 10:56 - Mia Stone: <Media omitted>
            06/11/25, 10:57 - Mia Stone: IMG-20251106-WA0001.jpg (file attached)
            Our house
            06/11/25, 10:58 - Jon Reed: This message was deleted
            06/11/25, 10:58 - Jon Reed: nice <This message was edited>
            """;

        Read(text)
            .Messages.Select(message => (message.Name, message.Content))
            .ShouldBe([
                ("Mia Stone", "I moved to Bergen: in August"),
                ("Jon Reed", "great\nand which street?\n12:30 is fine"),
                ("Mia Stone", "Our house"),
                ("Jon Reed", "nice"),
            ]);
        Read(
            "[08/05/2026, 13:02:33] Trip: \u200EMessages and calls are end-to-end encrypted.\n[28/05/2026, 13:02:33] Mia: \u200Eimage "
            + "omitted\n[28/05/2026, 13:02:34] Mia: Hi\u200E <attached: 1.jpg>")
            .Messages.ShouldHaveSingleItem()
            .Content.ShouldBe("Hi");
    }

    [Fact]
    public void Chat_in_a_way_that_nobody_knows_is_refused_with_the_shapes_that_are_read()
    {
        var refusal = Should.Throw<UsageException>(() => Read("08|05|2026 @@ 13:02 @@ Mia: Hi\n08|05|2026 @@ 13:03 @@ Jon: I am vegetarian\n")).Message;

        refusal.ShouldStartWith("chat.txt is of no shape that is read; these are: ");
        refusal.ShouldContain("WhatsApp's exported chat");
        refusal.ShouldContain("Slack");
    }

    [Theory]
    [InlineData("2026-05-08 13:02 we went to the lake.\n2026-05-09 14:00 and home.")]
    [InlineData("On 8.5.2026 we met at 13:02.")]
    public void Diary_is_a_text(string text) => Read(text).Messages.ShouldHaveSingleItem().Content.ShouldBe(text);

    [Theory]
    [InlineData("dd/MM/yyyy, HH:mm")]
    [InlineData("d.M.yyyy, HH:mm")]
    [InlineData("M/d/yy, h:mm tt")]
    [InlineData("yyyy-MM-dd, h:mm tt")]
    [InlineData("d/M/yyyy h:mm tt")]
    public void Every_time_comes_back(string form) =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                minutes =>
                {
                    // The day after the 12th tells the order.
                    DateTimeOffset[] times =
                    [
                        new DateTimeOffset(2020, 1, 20, 0, 0, 0, TimeSpan.Zero),
                        new DateTimeOffset(2020, 1, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes),
                    ];
                    return Read(string.Join('\n', times.Select(time => $"{time.ToString(form, CultureInfo.InvariantCulture)} - Ann: hi")))
                        .Messages.Select(message => message.Time!.Value)
                        .SequenceEqual(times);
                })
            .Hold();

    [Fact]
    public void Any_lines_are_read_or_refused() =>
        Prop.ForAll<string, string>(
                (name, text) =>
                {
                    try
                    {
                        return Read($"[14/10/2025, 3:34:09 PM] {name}: {text}\n06/10/25, 10:56 - {text}: {name}")
                            .Messages.All(message => !string.IsNullOrWhiteSpace(message.Content));
                    }
                    catch (UsageException)
                    {
                        return true;
                    }
                })
            .Hold();

    private static Conversation Read(string text) => ConversationReader.Read(text, "chat.txt");
}
