using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Remanence.Evaluation.Library;

/// <summary>Makes calls.</summary>
/// <param name="http">The connection; its base address is the server. The caller's to dispose.</param>
internal sealed class ApiClient(HttpClient http)
{
    public async Task<ApiAnswer> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri(http.BaseAddress!, call.Path));
        if (call.Body is not null)
        {
            request.Content = new StringContent(call.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ApiAnswer((int)response.StatusCode, TryParse(text));
    }

    /// <summary>Makes a call that must not fail.</summary>
    /// <exception cref="EvaluationDataException">It failed.</exception>
    public async Task<ApiAnswer> DemandAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(call, cancellationToken);
        return answer.IsGood ? answer : throw new EvaluationDataException($"{call.Method} {call.Path} was to succeed, and answered {answer}");
    }

    // Exports are lines, and lines are no document.
    private static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
