namespace Remanence.ScriptedModels;

/// <summary>What goes wrong on the wire.</summary>
public sealed partial class Reply
{
    /// <summary>The connection breaks before a byte of answer.</summary>
    public static Reply Reset() => new(static (context, _, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>No headers until the gate opens; then this reply.</summary>
    public static Reply Late(Gate gate, Reply reply) => new(async (context, request, cancellationToken) =>
    {
        await gate.PassAsync(cancellationToken);
        await reply.WriteAsync(context, request, cancellationToken);
    });

    /// <summary>Headers and the beginning of a body, which arrives, then the connection breaks.</summary>
    public static Reply CutBody(string start, string contentType = "application/json") => new(async (context, _, cancellationToken) =>
    {
        context.Response.ContentType = contentType;
        await FlushAsync(context, start, cancellationToken);

        // The server closes without an end of the body. An abort would reset the connection and might take back what the client has not read yet.
        throw new IOException("The script cuts the body here.");
    });

    /// <summary>Headers and the beginning of a body, then nothing until the gate opens; then the rest.</summary>
    public static Reply Stall(Gate gate, string start, string rest = "", string contentType = "application/json") =>
        new(
            async (context, _, cancellationToken) =>
            {
                context.Response.ContentType = contentType;
                await FlushAsync(context, start, cancellationToken);
                await gate.PassAsync(cancellationToken);
                await FlushAsync(context, rest, cancellationToken);
            });

    /// <summary>The same piece again and again, as fast as every few milliseconds, without an end.</summary>
    public static Reply Trickle(string piece, TimeSpan pause, string contentType = "application/json") => new(async (context, _, cancellationToken) =>
    {
        context.Response.ContentType = contentType;
        using var timer = new PeriodicTimer(pause);
        do
        {
            await FlushAsync(context, piece, cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    });

    /// <summary>400 in OpenAI's words while the request holds one of these fields; otherwise this reply.</summary>
    public static Reply Unless(IReadOnlyCollection<string> unknown, Reply reply) =>
        new(
            (context, request, cancellationToken) =>
            {
                var found = unknown.FirstOrDefault(request.Has);
                var answer = found is null
                    ? reply
                    : Status(
                        400,
                        $$$"""{"error":{"message":"Unrecognized request argument supplied: {{{found}}}","type":"invalid_request_error","param":null,"code":null}}""");
                return answer.WriteAsync(context, request, cancellationToken);
            });
}
