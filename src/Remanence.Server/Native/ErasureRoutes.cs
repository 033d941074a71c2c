using Remanence.Http;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

/// <summary>What erasing leaves to be overwritten, and waiting for it.</summary>
internal static class ErasureRoutes
{
    public static QueryParameter Wait { get; } =
        new("wait", "Whether to answer only when nothing is left of it in any file; otherwise traces_until says by when, where it is not done yet.", QueryParameterType.Flag);

    public static void Map(NativeRoutes routes) => routes.Map(HttpMethods.Post, "/v1/erasures/finish", FinishAsync, new RouteDescription
    {
        Name = "finishErasures",
        Summary = "Answers when nothing is left in any file of what was erased before.",
        Tag = "memories",
        Answers = [new(204, null)],
        Problems = [503],
    });

    public static async Task AnswerAsync(NativeCall call, Erasure erasure)
    {
        if (call.Flag("wait") && erasure.TracesUntil is not null)
        {
            await call.Require<IMemoryErasure>().FinishErasuresAsync(call.Cancelled);
            erasure = erasure with { TracesUntil = null };
        }

        await call.AnswerAsync(erasure, WireJson.Instance.Erasure);
    }

    private static async Task FinishAsync(NativeCall call)
    {
        await call.Require<IMemoryErasure>().FinishErasuresAsync(call.Cancelled);
        Http.Answer.WriteNothing(call.Context);
    }
}
