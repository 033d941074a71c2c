using Remanence.Services;

namespace Remanence.Evaluation.Retrieval;

/// <summary>Scores searches over one conversation.</summary>
internal sealed class QuestionScorer
{
    private readonly EvaluationConversation _conversation;
    private readonly RetrievalEvaluationOptions _options;
    private readonly Dictionary<string, EvaluationMessage> _messages = new(StringComparer.Ordinal);

    public QuestionScorer(EvaluationConversation conversation, RetrievalEvaluationOptions options)
    {
        _conversation = conversation;
        _options = options;
        foreach (var message in conversation.Messages)
        {
            _messages.TryAdd(message.Message.Id!, message);
        }
    }

    /// <summary>The evidence that exists: a retriever cannot find an id that no message carries.</summary>
    public HashSet<string> Gold(EvaluationQuestion question) => [.. question.Gold.Where(_messages.ContainsKey)];

    public QuestionDetail Score(EvaluationQuestion question, HashSet<string> gold, RetrieveResult result, TimeSpan elapsed)
    {
        var turns = Ranking(result.Results.SelectMany(MessageIds));
        var sessions = Ranking(turns.Where(_messages.ContainsKey).Select(id => _messages[id].Session));
        var goldSessions = gold.Select(id => _messages[id].Session).ToHashSet(StringComparer.Ordinal);
        return new QuestionDetail
        {
            Variant = _options.Variant,
            Conversation = _conversation.Id,
            Category = question.Category,
            Question = question.Text,
            Answer = question.Answer,
            Gold = [.. gold.Select(id => Describe(id, turns))],
            Turns = MetricScores.Of(turns, gold),
            Sessions = MetricScores.Of(sessions, goldSessions),
            Milliseconds = elapsed.TotalMilliseconds,
            Results = [.. result.Results.Take(_options.DetailResults).Select(found => Describe(found, gold))],
        };
    }

    private GoldDetail Describe(string id, List<string> turns)
    {
        var message = _messages[id].Message;
        var rank = turns.IndexOf(id);
        return new GoldDetail(id, rank < 0 ? null : rank + 1, message.Name ?? message.Role, message.Content);
    }

    private static ResultDetail Describe(RetrievedMemory found, HashSet<string> gold)
    {
        string[] ids = [.. MessageIds(found)];
        return new ResultDetail(
            string.Join(' ', ids),
            ids.Any(gold.Contains),
            found.Score,
            found.Memory.Name ?? found.Memory.Role,
            found.Memory.Content,
            found.Explanation?.Components);
    }

    private static IEnumerable<string> MessageIds(RetrievedMemory found) =>
        (found.Memory.Sources ?? []).Select(source => source.MessageId).OfType<string>();

    private static List<string> Ranking(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal)];
}
