using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Remanence.Messages;

namespace Remanence.Evaluation.Retrieval;

/// <summary>
/// LoCoMo in its upstream shape. Both speakers are people, so both get the role <c>user</c> and are told apart by name.
/// </summary>
internal static partial class LocomoReader
{
    public const string Dataset = "locomo";

    /// <summary>
    /// A shared picture's caption becomes part of the message, as an agent would store it: the other person answers what they see, and the
    /// text alone is often only "take a look at this".
    /// </summary>
    private const string PictureNote = " [shares a picture: ";

    private static readonly string[] TimeFormats = ["h:mm tt 'on' d MMMM, yyyy", "h:mm tt 'on' d MMM, yyyy"];

    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["1"] = "multi-hop",
        ["2"] = "temporal",
        ["3"] = "open-domain",
        ["4"] = "single-hop",
        ["5"] = "adversarial",
    };

    public static bool Fits(JsonElement item) => item.Has("conversation", JsonValueKind.Object) && item.Has("qa", JsonValueKind.Array);

    public static EvaluationConversation Read(JsonElement item, int index)
    {
        var conversation = item.GetProperty("conversation");
        var messages = new List<EvaluationMessage>();
        foreach (var (number, turns) in Sessions(conversation))
        {
            var session = $"session_{number}";
            var time = ParseTime(conversation.Text(session + "_date_time"), session);
            foreach (var turn in turns.EnumerateArray())
            {
                var message = ReadTurn(turn, time);
                if (message.Content.Length > 0)
                {
                    messages.Add(new EvaluationMessage(session, message));
                }
            }
        }

        return new EvaluationConversation(
            item.Text("sample_id") ?? $"conversation-{index + 1}",
            messages,
            [.. item.GetProperty("qa").EnumerateArray().Select(ReadQuestion)]);
    }

    // The members of an object have no order of their own, and session_10 sorts before session_2.
    private static IEnumerable<(int Number, JsonElement Turns)> Sessions(JsonElement conversation) =>
        from member in conversation.EnumerateObject()
        let match = SessionName().Match(member.Name)
        where match.Success && member.Value.ValueKind == JsonValueKind.Array
        let number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)
        orderby number
        select (number, member.Value);

    private static Message ReadTurn(JsonElement turn, DateTimeOffset? time)
    {
        var text = turn.Text("text") ?? string.Empty;
        if (turn.Text("blip_caption") is { Length: > 0 } caption)
        {
            text += PictureNote + caption + "]";
        }

        return new Message
        {
            Id = turn.Text("dia_id") ?? throw new EvaluationDataException("A LoCoMo turn has no dia_id."),
            Role = "user",
            Name = turn.Text("speaker"),
            Content = text.Trim(),
            Time = time,
        };
    }

    private static EvaluationQuestion ReadQuestion(JsonElement question)
    {
        var category = question.Text("category") ?? "?";

        // An evidence string may hold several ids ("D8:6; D9:17") or be malformed; what looks like an id counts.
        var evidence = question.Has("evidence", JsonValueKind.Array) ? question.GetProperty("evidence").EnumerateArray() : default;
        var gold = evidence
            .SelectMany(item => EvidenceId().Matches(item.AsText() ?? string.Empty))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal);
        return new EvaluationQuestion(
            question.GetProperty("question").GetString()!,
            Categories.GetValueOrDefault(category, category),
            [.. gold],
            question.Text("answer") ?? question.Text("adversarial_answer"));
    }

    private static DateTimeOffset? ParseTime(string? text, string session)
    {
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : throw new EvaluationDataException($"{session}_date_time is \"{text}\"; expected a time such as \"1:56 pm on 8 May, 2023\".");
    }

    [GeneratedRegex(@"^session_(?<number>\d{1,6})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SessionName();

    [GeneratedRegex(@"D\d+:\d+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EvidenceId();
}
