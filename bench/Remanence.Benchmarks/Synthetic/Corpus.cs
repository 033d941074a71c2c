using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.BuiltIn;
using Remanence.Search.Lexical;
using Remanence.Search.Vectors;
using Remanence.Services;
using Remanence.Stores.Filters;
using Remanence.Text.Tokens;

namespace Remanence.Benchmarks.Synthetic;

/// <summary>The same texts in every measurement.</summary>
internal static class Corpus
{
    public const string Workspace = "bench";
    public const int Batch = 1_000;
    private const int Seed = 20_260;
    private const int QuestionSeed = 7;

    public static List<Message> Messages(int count) => new SyntheticConversation(Seed).Messages(count);

    public static string[] Questions(int count) => new SyntheticConversation(QuestionSeed).Questions(count);

    public static string[] TimedQuestions(int count) => new SyntheticConversation(QuestionSeed).TimedQuestions(count);

    public static string[] EventQuestions(int count) => new SyntheticConversation(QuestionSeed).EventQuestions(count);

    /// <summary>The words of messages, counted, as the index takes them.</summary>
    public static IEnumerable<TermCounts> Terms(int count)
    {
        foreach (var message in Messages(count))
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            var length = 0;
            Tokenizer.Tokenize(message.Content, term =>
            {
                var word = term.ToString();
                counts[word] = counts.GetValueOrDefault(word) + 1;
                length += term.Kind == IndexTermKind.Word ? 1 : 0;
            });
            yield return new TermCounts([.. counts], length);
        }
    }

    public static VectorIndex Vectors(int count)
    {
        var index = new VectorIndex(StaticEmbedder.Shared.Dimensions);
        var vector = new float[index.Dimensions];
        foreach (var message in Messages(count))
        {
            StaticEmbedder.Shared.Embed(message.Content, vector);
            index.Add(vector);
        }

        return index;
    }

    public static float[][] QuestionVectors(int count) => [.. Questions(count).Select(question =>
    {
        var vector = new float[StaticEmbedder.Shared.Dimensions];
        StaticEmbedder.Shared.Embed(question, vector);
        return vector;
    })];

    /// <summary>A filter of three conditions that half of the messages fulfil.</summary>
    public static MemoryFilter LaterHalf(List<Message> messages) => new MemoryFilter.And(
    [
        new MemoryFilter.Kind([MemoryKinds.Message]),
        new MemoryFilter.Time(MemoryTimeField.Observed, messages[messages.Count / 2].Time, null),
        new MemoryFilter.Not(new MemoryFilter.Keyword(["private"])),
    ]);

    /// <summary>Keeps messages, <see cref="Batch"/> a request.</summary>
    public static async Task MemorizeAsync(MemoryEngine engine, IReadOnlyList<Message> messages)
    {
        foreach (var chunk in messages.Chunk(Batch))
        {
            await engine.MemorizeAsync(Workspace, new MemorizeRequest { Messages = chunk });
        }
    }
}
