using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Models.BuiltIn;
using Remanence.Search.Lexical;
using Remanence.Text.Folding;
using Remanence.Text.Tokens;

namespace Remanence.Search;

/// <summary>Reads memories for the index: terms and vectors of their passages. Thread-safe; batches use all cores.</summary>
internal sealed class MemoryAnalyzer(StaticEmbedder embedder)
{
    private const int ParallelFrom = 64;
    private const int FewWords = 4;

    public int Dimensions => embedder.Dimensions;

    public StaticEmbedder Embedder => embedder;

    public AnalyzedMemory[] Analyze(IReadOnlyList<Memory> memories, CancellationToken cancellationToken)
    {
        var analyzed = new AnalyzedMemory[memories.Count];
        if (memories.Count < ParallelFrom)
        {
            for (var i = 0; i < memories.Count; i++)
            {
                analyzed[i] = Analyze(memories[i]);
            }
        }
        else
        {
            Parallel.For(0, memories.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => analyzed[i] = Analyze(memories[i]));
        }

        return analyzed;
    }

    public AnalyzedMemory Analyze(Memory memory)
    {
        var text = SearchText(memory);
        var passages = Passages.Split(text);
        var terms = new TermCounts[passages.Count];
        var vectors = new float[passages.Count * embedder.Dimensions];
        var substance = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = text.AsSpan()[passages[i]];
            terms[i] = CountTerms(passage, ref substance);
            embedder.Embed(CharacterForms.Plain(passage), vectors.AsSpan(i * embedder.Dimensions, embedder.Dimensions));
        }

        var speaker = SpeakerNames.Of(memory);
        return new AnalyzedMemory
        {
            Memory = memory,
            Terms = terms,
            Vectors = vectors,
            AsksOnly = memory.Kind == MemoryKinds.Message && IsQuestion(memory.Content),
            SaysLittle = substance < FewWords,
            Speaker = speaker,
            NameTerms = speaker is null ? [] : [.. CountTerms(speaker, ref substance).Terms.Select(term => term.Key)],
            Recurrence = StoredRecurrence.Of(memory),
            ContentHash = HashCode.Combine(memory.Content.Length, string.GetHashCode(memory.Content, StringComparison.Ordinal)),
        };
    }

    /// <summary>The texts that an external embedder gets: the memory's passages, without those that say nothing.</summary>
    public static IReadOnlyList<string> PassagesOf(Memory memory)
    {
        var text = SearchText(memory);
        return [.. Passages.Split(text).Select(range => text[range].Trim()).Where(passage => passage.Length > 0)];
    }

    /// <summary>Trigger and keywords are what the memory wants to be found by; they count as part of its text.</summary>
    public static string SearchText(Memory memory)
    {
        if (memory.Trigger is null && memory.Keywords.Count == 0)
        {
            return memory.Content;
        }

        return string.Join('\n', ((string[])[memory.Trigger ?? "", memory.Content, string.Join(' ', memory.Keywords)]).Where(part => part.Length > 0));
    }

    private static TermCounts CountTerms(ReadOnlySpan<char> text, ref int substance)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var length = 0;
        var content = 0;
        Tokenizer.Tokenize(text, term =>
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(bySpan, term.Text, out _);
            count++;
            if (term.Kind == IndexTermKind.Word)
            {
                length++;
                content += StopWords.Contains(term.Text) ? 0 : 1;
            }
        });
        substance += content;
        return new TermCounts([.. counts], length);
    }

    private static bool IsQuestion(string content)
    {
        var text = content.AsSpan().TrimEnd();
        if (text.IsEmpty || text[^1] is not ('?' or '？'))
        {
            return false;
        }

        // A question after a statement still states something.
        var end = text[..^1].LastIndexOfAny(".!。！");
        return end < 40;
    }
}
