using Microsoft.Extensions.AI;

namespace Remanence.ConformanceTests.Models;

/// <summary>A recording becomes text, and stays the caller's.</summary>
/// <typeparam name="TFixture">The provider's fixture.</typeparam>
public abstract class SpeechProviderSuite<TFixture> : ModelProviderSuite<TFixture>
    where TFixture : ModelProviderFixture, new()
{
    /// <summary>Whole and streamed hear the same, and neither closes the stream.</summary>
    [Fact]
    public async Task A_recording_stays_the_callers()
    {
        await using var endpoint = await StartAsync();
        using var client = Provider.CreateSpeech(Profile(endpoint, ModelKind.Speech));
        using var recording = new MemoryStream([.. "RIFF$\0\0\0WAVEfmt "u8, .. new byte[28]]);
        var whole = await client.GetTextAsync(recording, null, Stop);
        whole.Text.ShouldNotBeNullOrEmpty();
        recording.CanRead.ShouldBeTrue();
        recording.Position = 0;
        (await client.GetStreamingTextAsync(recording, null, Stop).ToSpeechToTextResponseAsync(Stop)).Text.ShouldBe(whole.Text);
        recording.CanRead.ShouldBeTrue();
    }
}
