using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Remanence.Messages;

namespace Remanence.Evaluation.Retrieval;

/// <summary>BEAM, reshaped: chats of one person with an assistant, in batches that are far apart in time.</summary>
internal static partial class BeamReader
{
    public const string Dataset = "beam";

    private static readonly string[] TimeFormats = ["MMMM-d-yyyy", "MMM-d-yyyy", "yyyy-MM-dd"];

    public static bool Fits(JsonElement item) => item.Has("turns", JsonValueKind.Array) && item.Has("questions", JsonValueKind.Array);

    public static EvaluationConversation Read(JsonElement item, int index)
    {
        var messages = new List<EvaluationMessage>();

        // Only the first turn of a batch is dated; what follows was said at the last time known.
        DateTimeOffset? time = null;
        foreach (var turn in item.GetProperty("turns").EnumerateArray())
        {
            time = ParseTime(turn.Text("time")) ?? time;
            var message = ReadTurn(turn, time);
            if (message.Content.Length > 0)
            {
                messages.Add(new EvaluationMessage($"batch_{turn.Text("batch") ?? "0"}", message));
            }
        }

        return new EvaluationConversation(
            item.Text("id") ?? $"chat-{index + 1}",
            messages,
            [.. item.GetProperty("questions").EnumerateArray().Select(ReadQuestion)]);
    }

    private static Message ReadTurn(JsonElement turn, DateTimeOffset? time) => new()
    {
        Id = turn.Text("id") ?? throw new EvaluationDataException("A BEAM turn has no id."),
        Role = turn.GetProperty("role").GetString()!,
        Content = PlanMarker().Replace(turn.GetProperty("content").GetString()!, string.Empty).Trim(),
        Time = time,
    };

    private static EvaluationQuestion ReadQuestion(JsonElement question)
    {
        var gold = question.Has("gold", JsonValueKind.Array) ? question.GetProperty("gold").EnumerateArray() : default;
        return new EvaluationQuestion(
            question.GetProperty("question").GetString()!,
            question.Text("type") ?? "?",
            [.. gold.Select(id => id.AsText() ?? string.Empty).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)],
            question.Text("answer"));
    }

    private static DateTimeOffset? ParseTime(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new EvaluationDataException($"A turn's time is \"{text}\"; expected a day such as \"March-15-2024\".");
    }

    // The generator's bookkeeping (" ->-> 1,1") at the end of a user's turn; nobody said it.
    [GeneratedRegex(@"->->[\d,\s]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlanMarker();
}
