using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Audio;
using Remanence.OpenAI.Chat;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Speech;

/// <summary>
/// Transcription by one model behind an OpenAI-compatible endpoint. The recording is read into memory; the stream stays the caller's. Silence gives an empty
/// text, which is an answer.
/// </summary>
internal sealed class OpenAISpeechToTextClient : ISpeechToTextClient
{
    private readonly OpenAIConnection _connection;
    private readonly AudioClient _client;
    private readonly SpeechToTextClientMetadata _metadata;

    public OpenAISpeechToTextClient(OpenAIConnection connection)
    {
        _connection = connection;
        _client = new AudioClient(connection.Profile.Model, connection.Authentication, connection.Options);
        _metadata = new SpeechToTextClientMetadata("openai", connection.Endpoint, connection.Profile.Model);
    }

    public async Task<SpeechToTextResponse> GetTextAsync(
        Stream audioSpeechStream,
        SpeechToTextOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audioSpeechStream);
        using var recording = new MemoryStream();
        await audioSpeechStream.CopyToAsync(recording, cancellationToken);
        if (recording.Length == 0)
        {
            throw _connection.Failures.Rejected("was given an empty recording");
        }

        using var form = Form(recording.ToArray(), options);
        var sent = new BinaryData(await form.ReadAsByteArrayAsync(cancellationToken));
        using var content = BinaryContent.Create(sent);
        using var response = await _connection.SendAsync(
            request => _client.TranscribeAudioAsync(content, form.Headers.ContentType!.ToString(), request), stream: false, cancellationToken);
        using var document = await _connection.ReadJsonAsync(response, BinaryData.Empty, cancellationToken);
        return Read(document.RootElement);
    }

    public async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetTextAsync(audioSpeechStream, options, cancellationToken)).ToSpeechToTextResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(SpeechToTextClientMetadata) ? _metadata
            : serviceType == typeof(AudioClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() => _connection.Dispose();

    private MultipartFormDataContent Form(byte[] recording, SpeechToTextOptions? options)
    {
        var profile = _connection.Profile;
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(recording), "file", "recording." + AudioFormat.Extension(recording) },
            { new StringContent(options?.ModelId ?? profile.Model), "model" },
            { new StringContent("json"), "response_format" },
        };
        if ((options?.SpeechLanguage ?? profile.Text("language")) is { } language)
        {
            form.Add(new StringContent(language), "language");
        }

        if (profile.Text("prompt") is { } prompt)
        {
            form.Add(new StringContent(prompt), "prompt");
        }

        if (profile.Value("temperature") is { } temperature)
        {
            form.Add(new StringContent(temperature.ToString()), "temperature");
        }

        foreach (var field in profile.ExtraBody())
        {
            form.Add(new StringContent(field.Value.ToString()), field.Name);
        }

        return form;
    }

    private SpeechToTextResponse Read(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Object || !reply.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw _connection.Failures.Bad("answered without a text");
        }

        return new SpeechToTextResponse(text.GetString()!) { ModelId = _connection.Profile.Model, Usage = UsageReader.Read(reply) };
    }
}
