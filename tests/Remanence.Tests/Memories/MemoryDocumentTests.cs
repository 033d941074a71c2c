using System.Text.Json;
using Remanence.Memories;
using Remanence.Wire;

namespace Remanence.Tests.Memories;

public sealed class MemoryDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData(""" "author": null,""")]
    public void A_memory_without_an_author_is_verbatim(string author)
    {
        var json =
            $$"""{"id":"m",{{author}}"workspace":"w","kind":"message","content":"c","observed_at":"2026-01-01T00:00:00Z","recorded_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}""";
        JsonSerializer.Deserialize(json, RemanenceJson.Default.MemoryDocument).ShouldNotBeNull().ToMemory().Author.ShouldBe(Memory.Verbatim);
    }
}
