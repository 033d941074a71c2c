using Remanence.Http;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

/// <summary>What erasing leaves to be overwritten, and waiting for it.</summary>
internal static class ErasureRoutes
{
    public static QueryParameter Wait { get; } =
        new(
            "wait",
            "Whether to wait, a minute at most, until nothing is left of it in any file; where it is not done yet, traces_until says by when it is "
            + "expected to be.",
            QueryParameterType.Flag);

    public static void Map(NativeRoutes routes) => routes.Map(HttpMethods.Post, "/v1/erasures/finish", FinishAsync, new RouteDescription
    {
        Name = "finishErasures",
        Summary = "Waits, a minute at most, until nothing is left in any file of what was erased before; a problem says what it waits for beyond that.",
        Tag = "memories",
        Answers = [new(204, null)],
        Problems = [503, 507],
    });

    public static async Task AnswerAsync(NativeCall call, Erasure erasure)
    {
        if (call.Flag("wait") && erasure.TracesUntil is { } until)
        {
            var time = call.Context.RequestServices.GetRequiredService<TimeProvider>();
            var asked = time.GetUtcNow();
            try
            {
                await call.Require<IMemoryErasure>().FinishErasuresAsync(call.Cancelled);
                erasure = erasure with { TracesUntil = null };
            }
            catch (Exception exception) when (exception is StoreFullException or StoreUnavailableException)
            {
                // It is erased, and cannot be read; overwriting it goes on, and takes longer than was thought.
                erasure = erasure with { TracesUntil = until + (time.GetUtcNow() - asked) };
            }
        }

        await call.AnswerAsync(erasure, WireJson.Instance.Erasure);
    }

    private static async Task FinishAsync(NativeCall call)
    {
        await call.Require<IMemoryErasure>().FinishErasuresAsync(call.Cancelled);
        Http.Answer.WriteNothing(call.Context);
    }
}
