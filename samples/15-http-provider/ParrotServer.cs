using System.Net;
using System.Text.Json;

namespace HttpProvider;

// Stands for a model's endpoint: knows no temperature, and quotes what it refuses.
internal sealed class ParrotServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public ParrotServer(Uri address)
    {
        _listener.Prefixes.Add(address.AbsoluteUri);
        _listener.Start();
        _ = AnswerAsync();
    }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            var (request, response) = (context.Request, context.Response);
            var asked = (await JsonDocument.ParseAsync(request.InputStream)).RootElement;
            var (input, knows) = (asked.GetProperty("input").GetString()!, asked.GetProperty("temperature").ValueKind == JsonValueKind.Null);
            response.StatusCode = knows ? 200 : 400;
            object answer = !knows ? new { error = new { message = "I know no temperature.", param = "temperature" } }
                : !input.Contains("diary", StringComparison.Ordinal) ? new { said = $"{input} {input}" }
                : new { error = new { message = $"I don't tell {request.Headers["X-Key"]} of \"{input}\".", code = 503 } };
            await JsonSerializer.SerializeAsync(response.OutputStream, answer);
            response.Close();
        }
    }
}
