using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.Models.Structured;

/// <summary>
/// Whether a client's endpoint takes a schema as its response format. Taken for granted until it refuses one, or answers as if there had been none; the
/// profile's parameter <c>structured_output: prompt</c> says from the start that it does not. Thread-safe.
/// </summary>
internal sealed class NativeSupport
{
    private const string Schema = "schema";
    private const string Prompt = "prompt";
    private static readonly ConditionalWeakTable<IChatClient, NativeSupport> Known = [];
    private volatile bool _native = true;

    public static IReadOnlyList<string> Values { get; } = [Schema, Prompt];

    public bool Native => _native;

    public static NativeSupport Of(IChatClient client) => Known.GetValue(client, static client =>
    {
        var profile = client.GetService(typeof(ModelProfile)) as ModelProfile;
        var prompt = profile is not null && profile.Parameters.TryGetValue(ProfileRules.StructuredOutput, out var value)
            && value.ValueKind == JsonValueKind.String && value.GetString() == Prompt;
        return new NativeSupport { _native = !prompt };
    });

    public void Lacking() => _native = false;
}
