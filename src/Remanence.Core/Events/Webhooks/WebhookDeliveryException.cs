using Remanence.Jobs;

namespace Remanence.Events.Webhooks;

/// <summary>A receiver did not take an event; it is sent again.</summary>
internal sealed class WebhookDeliveryException(string message, Exception? innerException = null) : JobOutageException(message, innerException);
