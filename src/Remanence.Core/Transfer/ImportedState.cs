using Remanence.Editing;
using Remanence.Json;
using Remanence.Resources;

namespace Remanence.Transfer;

/// <summary>What an import brings of that which Remanence itself keeps, taken out of the metadata where an older export has it there.</summary>
internal static class ImportedState
{
    /// <summary>The record in today's form.</summary>
    /// <exception cref="InvalidRequestException">What an older export kept in the metadata cannot be understood.</exception>
    public static ExportRecord Convert(ExportRecord record, int line)
    {
        var at = $"line {line}";
        return record is null ? null! : record with
        {
            Resource = record.Resource is { } resource ? Convert(resource, $"{at}: resource") : null,
            Memory = Convert(record.Memory, $"{at}: memory"),
            History = record.History is { } history
                ? history with { Before = Convert(history.Before, $"{at}: history.before"), After = Convert(history.After, $"{at}: history.after") }
                : null,
        };
    }

    public static void Check(ResourceState? state, string at)
    {
        if (state is not null)
        {
            StateRules.CheckVersion(state.Version, ResourceState.CurrentVersion, at);
        }
    }

    private static Resource Convert(Resource resource, string at)
    {
        if (!EarlierState.IsIn(resource.Metadata))
        {
            return resource;
        }

        var state = EarlierState.OfResource(resource.Metadata, Refuse(at));
        return resource with { Metadata = EarlierState.Without(resource.Metadata), State = resource.State is null ? state : throw Twice(at) };
    }

    private static MemoryDocument? Convert(MemoryDocument? memory, string at)
    {
        if (!EarlierState.IsIn(memory?.Metadata))
        {
            return memory;
        }

        var state = EarlierState.OfMemory(memory!.Metadata, Refuse(at));
        return memory with { Metadata = EarlierState.Without(memory.Metadata), State = memory.State is null ? state : throw Twice(at) };
    }

    private static Action<string, string> Refuse(string at) => (place, expected) =>
        throw new InvalidRequestException($"{at}.metadata.{place}", $"{at}.metadata.{place} must be {expected}; older versions wrote nothing else there.");

    private static InvalidRequestException Twice(string at) =>
        new($"{at}.state", $"{at}.state stands beside metadata.{EarlierState.Member}, which older versions wrote in its place: keep one of them.");
}
