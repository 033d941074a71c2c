using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Text.Time.Patterns;

namespace Remanence.Transfer;

/// <summary>What an import brings of that which Remanence itself keeps: checked, and taken out of the metadata where an older export has it there.</summary>
internal static class ImportedState
{
    // More than a text is read for.
    private const int MostTimes = 64;

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

    public static void Check(MemoryState? state, string at)
    {
        if (state is null)
        {
            return;
        }

        CheckVersion(state.Version, MemoryState.CurrentVersion, at);
        CheckText($"{at}.fact.subject", state.Fact?.Subject, ServiceLimits.MaxMessageLength);
        CheckText($"{at}.fact.attribute", state.Fact?.Attribute, ServiceLimits.MaxMessageLength);
        CheckText($"{at}.fact.value", state.Fact?.Value, ServiceLimits.MaxMessageLength);
        CheckText($"{at}.fact.reason", state.Fact?.Reason, ServiceLimits.MaxMessageLength);
        CheckText($"{at}.insight.subject", state.Insight?.Subject, ServiceLimits.MaxMessageLength);
        CheckText($"{at}.recurrence", state.Recurrence, ServiceLimits.MaxQueryLength);
        if (state.Recurrence is { } rule && RecurrenceText.Parse(rule) is null)
        {
            throw new InvalidRequestException($"{at}.recurrence", $"{at}.recurrence {Printable.Show(rule)} is not a rule that Remanence writes; leave it out.");
        }

        CheckPlaces($"{at}.fact.places", state.Fact?.Places ?? []);

        CheckTimes($"{at}.more_times", state.MoreTimes ?? []);
        CheckIds($"{at}.fact.said", state.Fact?.Said);
        CheckIds($"{at}.forgotten", state.Forgotten);
        CheckIds($"{at}.withholds", state.Withholds);
        CheckIds($"{at}.experience.runs", state.Experience?.Runs);
        CheckObjects($"{at}.tool.results", state.Tool?.Results ?? [], ServiceLimits.MaxMessageLength);
        if (state.Foreign is { } foreign)
        {
            RequestRules.CheckId($"{at}.foreign.format", foreign.Format ?? "");
            CheckObjects($"{at}.foreign.fields", [foreign.Fields], ServiceLimits.MaxMetadataLength);
        }
    }

    private static void CheckPlaces(string at, IReadOnlyList<FactPlace> places)
    {
        CheckIds(at, [.. places.Select(place => place?.Said ?? "")]);
        if (places.FirstOrDefault(place => place.Message < 0 || place.Part < 0) is { } wrong)
        {
            throw new InvalidRequestException(at, $"{at} has message {wrong.Message} and part {wrong.Part}; both count from 0.");
        }
    }

    private static void CheckTimes(string at, IReadOnlyList<FurtherTime> times)
    {
        if (times.Count > MostTimes)
        {
            throw new InvalidRequestException(at, $"{at} has {times.Count} items; at most {MostTimes} are allowed.");
        }

        foreach (var time in times)
        {
            if (time is null || time.End < time.Start)
            {
                throw new InvalidRequestException(at, $"{at} has a time that ends before it starts.");
            }
        }
    }

    public static void Check(ResourceState? state, string at)
    {
        if (state is not null)
        {
            CheckVersion(state.Version, ResourceState.CurrentVersion, at);
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

    private static void CheckVersion(int version, int known, string at)
    {
        if (version is < 1 || version > known)
        {
            throw new InvalidRequestException($"{at}.version", $"{at}.version is {version}; this Remanence reads 1 to {known}.{(version > known ? " Use a newer one." : "")}");
        }
    }

    private static void CheckText(string field, string? text, int limit)
    {
        if (text?.Length > limit)
        {
            throw new InvalidRequestException(field, $"{field} has {text.Length} characters; at most {limit} are allowed.");
        }

        RequestRules.CheckStorable(field, text ?? "");
    }

    private static void CheckIds(string field, IReadOnlyList<string>? ids)
    {
        if (ids?.Count > ServiceLimits.MaxMessages)
        {
            throw new InvalidRequestException(field, $"{field} has {ids.Count} items; at most {ServiceLimits.MaxMessages} are allowed.");
        }

        foreach (var id in ids ?? [])
        {
            RequestRules.CheckId(field, id ?? "");
        }
    }

    private static void CheckObjects(string field, IReadOnlyList<JsonElement> values, int limit)
    {
        if (values.Any(value => value.ValueKind != JsonValueKind.Object) || values.Sum(value => value.GetRawText().Length) > limit)
        {
            throw new InvalidRequestException(field, $"{field} must hold JSON objects of at most {limit} characters together.");
        }
    }
}
