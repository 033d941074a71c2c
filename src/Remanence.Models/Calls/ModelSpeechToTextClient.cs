using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.Models.Calls;

/// <summary>A provider's speech recogniser behind the policies of its profile. Speech that can't be read again from its beginning is sent once.</summary>
internal sealed class ModelSpeechToTextClient(ISpeechToTextClient inner, ModelProfile profile, CallPipeline pipeline, CallPipeline once)
    : DelegatingSpeechToTextClient(inner)
{
    public override Task<SpeechToTextResponse> GetTextAsync(
        Stream audioSpeechStream,
        SpeechToTextOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var start = Start(audioSpeechStream);
        return Pipeline(start).RunAsync(Call(), token => InnerClient.GetTextAsync(Rewound(audioSpeechStream, start), options, token), cancellationToken);
    }

    public override IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, CancellationToken cancellationToken = default)
    {
        var start = Start(audioSpeechStream);
        return Pipeline(start)
            .StreamAsync(Call(), token => InnerClient.GetStreamingTextAsync(Rewound(audioSpeechStream, start), options, token), cancellationToken);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ModelProfile) ? profile : base.GetService(serviceType, serviceKey);

    private static long? Start(Stream audio) => audio.CanSeek ? audio.Position : null;

    private static Stream Rewound(Stream audio, long? start)
    {
        if (start is { } position)
        {
            audio.Position = position;
        }

        return audio;
    }

    private CallPipeline Pipeline(long? start) => start is null ? once : pipeline;

    // Speech is priced by the minute, not by the token; only what was written is estimated.
    private ModelCall Call() => new(profile, "transcribe", () => 0);
}
