using System.Text;
using System.Text.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Privacy;
using Remanence.Services;

namespace Remanence.Sqlite.Tests;

/// <summary>What the rules keep out never comes into a file of the folder, its log included; what was withheld later is gone from them.</summary>
public sealed class PrivateBytesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_kept_out_is_in_no_file()
    {
        await using var engine = await OpenAsync();
        string[] texts =
        [
            "Card 4111 1111 1111 1111 of Ann", "My password is SWORDFISHX1.", "I have diabetes at QUAYSIDE.", "ticket ACMEQUAY-77", "plain HERONS",
        ];
        for (var round = 0; round < 30; round++)
        {
            var result = await engine.MemorizeAsync(
                "ws",
                new MemorizeRequest { Messages = [.. texts.Select(text => new Message { Role = "user", Content = text })], IdempotencyKey = $"k{round}" },
                Token);
            await engine.UpdateAsync(
                new Scope("ws"), result.Memories[0].Id, new MemoryPatch { Content = texts[1], Trigger = texts[3], Metadata = Note(texts[0]) }, Token);
            await engine.AddResourceAsync("ws", new ResourceRequest { Text = string.Join('\n', texts), Name = texts[3] }, Token);
        }

        Find("HERONS").ShouldBeTrue();
        foreach (var secret in new[] { "4111 1111", "SWORDFISHX1", "QUAYSIDE", "ACMEQUAY" })
        {
            Find(secret).ShouldBeFalse(secret);
        }
    }

    [Fact]
    public async Task What_was_withheld_afterwards_is_in_no_file()
    {
        await using var engine = await OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            await SayAsync(engine, $"harmless {round}");
        }

        await SayAsync(engine, "the SECRETLAKEHOUSE is mine");
        Find("SECRETLAKE").ShouldBeTrue();
        await SayAsync(engine, "Forget what I just said.");

        Find("SECRETLAKE").ShouldBeFalse();
        Find("harmless 9").ShouldBeTrue();
    }

    private static JsonElement Note(string text)
    {
        using var json = JsonDocument.Parse($$"""{"note":"{{text}}"}""");
        return json.RootElement.Clone();
    }

    private static Task SayAsync(MemoryEngine engine, string content) =>
        engine.MemorizeAsync(
            "ws",
            new MemorizeRequest
            {
                Messages = [new Message { Role = "user", Content = content }],
                UserId = "ann",
                SessionId = "s",
            },
            Token);

    private async Task<MemoryEngine> OpenAsync()
    {
        var rules = new PrivacyRules { Never = [PrivacyKinds.CardNumber, PrivacyKinds.Key, PrivacyKinds.Health], Patterns = ["ACMEQUAY-[0-9]+"] };
        var engine = new MemoryEngine(
            new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }), new MemoryEngineOptions { Privacy = new PrivacyOptions { General = rules } });
        await engine.OpenAsync(Token);
        return engine;
    }

    private bool Find(string text) => Directory.EnumerateFiles(_folder.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });
}
