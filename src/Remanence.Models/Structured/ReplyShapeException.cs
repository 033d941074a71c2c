namespace Remanence.Models.Structured;

/// <summary>A value of a reply can't be brought into the wanted shape; the message is for the model.</summary>
internal sealed class ReplyShapeException(string message) : Exception(message);
