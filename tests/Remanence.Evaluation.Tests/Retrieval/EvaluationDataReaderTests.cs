using System.Text;

namespace Remanence.Evaluation.Retrieval;

public sealed class EvaluationDataReaderTests
{
    [Fact]
    public async Task Locomo_is_recognised_and_read_in_order_of_sessions()
    {
        var data = await ReadAsync(SampleData.Locomo);

        data.Dataset.ShouldBe("locomo");
        var conversation = data.Conversations.ShouldHaveSingleItem();
        conversation.Id.ShouldBe("conv-1");
        conversation.Messages.Select(m => m.Message.Id).ShouldBe(["D1:1", "D1:2", "D2:1", "D10:1"]);
        conversation.Messages.Select(m => m.Session).ShouldBe(["session_1", "session_1", "session_2", "session_10"]);
    }

    [Fact]
    public async Task Locomo_speakers_are_named_users_at_the_sessions_time()
    {
        var message = (await ReadAsync(SampleData.Locomo)).Conversations[0].Messages[0].Message;

        message.Role.ShouldBe("user");
        message.Name.ShouldBe("Ada");
        message.Time.ShouldBe(new DateTimeOffset(2023, 5, 8, 13, 56, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Locomo_midnight_is_the_start_of_the_day() =>
        (await ReadAsync(SampleData.Locomo)).Conversations[0].Messages[2].Message.Time
            .ShouldBe(new DateTimeOffset(2023, 6, 9, 0, 9, 0, TimeSpan.Zero));

    [Fact]
    public async Task Locomo_shared_picture_is_told() =>
        (await ReadAsync(SampleData.Locomo)).Conversations[0].Messages[1].Message.Content
            .ShouldBe("Look at this! [shares a picture: a photo of a lighthouse]");

    [Fact]
    public async Task Locomo_evidence_is_every_id_that_can_be_made_out()
    {
        var questions = (await ReadAsync(SampleData.Locomo)).Conversations[0].Questions;

        questions.Select(q => string.Join(' ', q.Gold)).ShouldBe(["D1:2 D2:1", "D10:1", "", "D77:1"]);
        questions.Select(q => q.Category).ShouldBe(["multi-hop", "adversarial", "open-domain", "single-hop"]);
        questions.Select(q => q.Answer).ShouldBe(["a lighthouse", "a kite", null, "2"]);
    }

    [Fact]
    public async Task Beam_is_recognised_with_its_roles_and_batches()
    {
        var data = await ReadAsync(SampleData.Beam);

        data.Dataset.ShouldBe("beam");
        var messages = data.Conversations.ShouldHaveSingleItem().Messages;
        messages.Select(m => m.Message.Id).ShouldBe(["0", "1", "2"]);
        messages.Select(m => m.Message.Role).ShouldBe(["user", "assistant", "user"]);
        messages.Select(m => m.Session).ShouldBe(["batch_0", "batch_0", "batch_1"]);
    }

    [Fact]
    public async Task Beam_bookkeeping_is_no_part_of_the_message() =>
        (await ReadAsync(SampleData.Beam)).Conversations[0].Messages.Select(m => m.Message.Content)
            .ShouldBe(["I use Flask 2.3.", "Good choice. ->-> is no arrow.", "I moved to Django."]);

    [Fact]
    public async Task Beam_undated_turns_were_said_at_the_last_time_known() =>
        (await ReadAsync(SampleData.Beam)).Conversations[0].Messages.Select(m => m.Message.Time!.Value.ToString("yyyy-MM-dd'T'HH:mmzzz"))
            .ShouldBe(["2024-03-15T00:00+00:00", "2024-03-15T00:00+00:00", "2024-04-05T00:00+00:00"]);

    [Fact]
    public async Task Beam_gold_is_text_of_the_ids() =>
        (await ReadAsync(SampleData.Beam)).Conversations[0].Questions.Select(q => string.Join(' ', q.Gold)).ShouldBe(["0 2", ""]);

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("[]", "empty")]
    [InlineData("[{\"a\":1}]", "no known shape")]
    [InlineData("7", "no known shape")]
    [InlineData("{\"turns\":[{\"id\":1}],\"questions\":[]}", "lacks a member")]
    [InlineData("{\"turns\":[{\"id\":1,\"role\":\"user\",\"content\":\"x\",\"time\":\"soon\"}],\"questions\":[]}", "soon")]
    [InlineData("{\"conversation\":{\"session_1\":[],\"session_1_date_time\":\"noon\"},\"qa\":[]}", "noon")]
    public async Task Broken_data_is_named(string json, string expected) =>
        (await Should.ThrowAsync<EvaluationDataException>(() => ReadAsync(json))).Message.ShouldContain(expected);

    private static async Task<EvaluationData> ReadAsync(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await EvaluationDataReader.ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
