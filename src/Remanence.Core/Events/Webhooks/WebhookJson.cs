using System.Text.Json.Serialization;

namespace Remanence.Events.Webhooks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WebhookPosition))]
internal sealed partial class WebhookJson : JsonSerializerContext;
