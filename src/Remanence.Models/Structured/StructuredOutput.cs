using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Remanence.Models.Structured;

/// <summary>Asks a model for a value instead of a text.</summary>
public static class StructuredOutput
{
    /// <summary>
    /// Asks, reads the answer, and lets the model correct itself where that fails. The schema goes as the response format where the endpoint takes one, else
    /// into the prompt. The answer may stand in a fence, in prose or after reasoning; a number or truth value given as text (or the other way round), a single
    /// value for a list, a property name or choice in other case, and a null for a property that may be missing are taken for what they can only mean.
    /// </summary>
    /// <typeparam name="T">What the answer is read as. A value that is no object is asked for as the property <c>data</c> of one.</typeparam>
    /// <param name="client">The model; not disposed.</param>
    /// <param name="messages">The request. Not changed.</param>
    /// <param name="type">How the answer is read; its schema is made from it, <see cref="System.ComponentModel.DescriptionAttribute"/>s included.</param>
    /// <param name="options">Repairs, checks and what else goes with the request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The value; never null.</returns>
    /// <exception cref="ModelException">
    /// The client's own failures; <see cref="ModelFailure.Refused"/> where the model declined; <see cref="ModelFailure.BadReply"/> where the answer was cut at
    /// its length limit, or no answer could be used. The message holds nothing of the answer. </exception>
    public static Task<T> GetAsync<T>(
        IChatClient client,
        IEnumerable<ChatMessage> messages,
        JsonTypeInfo<T> type,
        StructuredOutputOptions<T>? options = null,
        CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(type);
        options ??= new StructuredOutputOptions<T>();
        return new StructuredRequest<T>(client, [.. messages], type, options).RunAsync(cancellationToken);
    }

    /// <summary>The value that a reply holds somewhere, in fences or among other text, whoever asked for it; null when it holds none.</summary>
    /// <typeparam name="T">What is looked for.</typeparam>
    /// <param name="reply">A model's reply.</param>
    /// <param name="type">Its type.</param>
    public static T? Find<T>(string reply, JsonTypeInfo<T> type)
        where T : class =>
        new ReplyReader<T>(type, ReplySchema.Of(type)).Read(reply).Value;
}
