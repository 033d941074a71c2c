using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Text.Time.Patterns;

namespace Remanence.Editing;

/// <summary>What the state of a memory must be that comes from elsewhere: what this engine could have written itself.</summary>
internal static class StateRules
{
    // More than a text is read for.
    private const int MostTimes = 64;

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
        if (state.Experience?.Confidence is { } sure && !(sure >= 0 && sure <= 1))
        {
            throw new InvalidRequestException($"{at}.experience.confidence", $"{at}.experience.confidence is {sure}; use 0 to 1.");
        }

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

    public static void CheckVersion(int version, int known, string at)
    {
        if (version is < 1 || version > known)
        {
            throw new InvalidRequestException(
                $"{at}.version",
                $"{at}.version is {version}; this Remanence reads 1 to {known}.{(version > known ? " Use a newer one." : "")}");
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
