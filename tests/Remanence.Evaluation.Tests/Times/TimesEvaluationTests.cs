using System.Text.Json;
using Remanence.Evaluation.Retrieval;
using Remanence.Evaluation.Times;
using Remanence.Messages;

namespace Remanence.Evaluation.Tests.Times;

public sealed class TimesEvaluationTests
{
    [Fact]
    public void Times_are_counted_and_drawn_alike_with_one_seed()
    {
        var one = Measure(sample: 2, seed: 3);

        one.GetProperty("messages").GetInt32().ShouldBe(3);
        one.GetProperty("timed").GetInt32().ShouldBe(2);
        one.GetProperty("several").GetInt32().ShouldBe(1);
        one.GetProperty("intervals").GetInt32().ShouldBe(3);
        one.GetProperty("vague").GetInt32().ShouldBe(1);
        one.GetProperty("sample").GetArrayLength().ShouldBe(2);
        Measure(sample: 2, seed: 3).GetRawText().ShouldBe(one.GetRawText());
        Measure(sample: 100, seed: 3).GetProperty("sample").GetArrayLength().ShouldBe(3);
    }

    private static JsonElement Measure(int sample, int seed)
    {
        var time = new DateTimeOffset(2024, 7, 17, 12, 0, 0, TimeSpan.Zero);
        string[] texts = ["How have you been lately?", "I moved in last week and leave again next month.", "I met her a few days ago."];
        var messages = texts.Select((text, i) => new EvaluationMessage("s", new Message { Id = $"D1:{i}", Role = "user", Content = text, Time = time }));
        var evaluation = new TimesEvaluation(sample, seed);
        evaluation.Add(new EvaluationData("locomo", [new EvaluationConversation("c", [.. messages], [])]));
        return JsonDocument.Parse(evaluation.Result.ToJson()).RootElement.Clone();
    }
}
