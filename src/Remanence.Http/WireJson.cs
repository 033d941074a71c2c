using System.Text.Encodings.Web;
using System.Text.Json;
using Remanence.Wire;

namespace Remanence.Http;

/// <summary>
/// The server's JSON: <see cref="RemanenceJson"/>, but letters outside ASCII stand as themselves, which is what people read in a terminal and
/// half the bytes. It is never put into HTML, and says so with its media type.
/// </summary>
public static class WireJson
{
    /// <summary>The one instance; immutable.</summary>
    public static RemanenceJson Instance { get; } =
        new(new JsonSerializerOptions(RemanenceJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
