using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Models.Profiles;
using Remanence.Models.Structured;

namespace Remanence.Models;

/// <summary>What a profile must be before anything is sent by it.</summary>
internal static class ProfileRules
{
    /// <summary>
    /// How structured output is asked for, a parameter that every chat profile may have, whatever its backend: <c>schema</c> or <c>prompt</c>.
    /// </summary>
    public const string StructuredOutput = "structured_output";

    public static IEnumerable<string> Faults(IReadOnlyList<ModelProfile> profiles, IReadOnlyDictionary<string, ModelProvider> providers)
    {
        foreach (var name in profiles.GroupBy(profile => profile.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"{Printable.Line(name)} is written twice; keep one.";
        }

        foreach (var fault in profiles.SelectMany(profile => Faults(profile, providers)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Faults(ModelProfile profile, IReadOnlyDictionary<string, ModelProvider> providers)
    {
        var name = Place(profile.Origin) + Printable.Line(profile.Name);
        var kind = ProfileKinds.Split(profile.Name)?.Kind;
        if (kind is null)
        {
            yield return $"{name}: a model's name begins with {string.Join(", ", ProfileKinds.All)} and a dot, such as llm.default.";
        }

        if (string.IsNullOrWhiteSpace(profile.Model))
        {
            yield return $"{name}: no model is named; set {Printable.Line(profile.Name)}.model_name.";
        }

        if (profile.BaseUrl is { IsAbsoluteUri: false } or { IsAbsoluteUri: true, Scheme: not ("http" or "https") })
        {
            yield return $"{name}: the address of the endpoint must begin with http:// or https://, and is {Printable.Show(profile.BaseUrl!.OriginalString)}.";
        }

        foreach (var fault in Limits(profile))
        {
            yield return $"{name}: {fault}";
        }

        var makers = providers.Values.Where(maker => kind is null || maker.Kinds.Contains(kind, StringComparer.Ordinal)).Select(maker => maker.Backend);
        if (!providers.TryGetValue(profile.Backend, out var provider))
        {
            yield return $"{name}: unknown backend {Printable.Show(profile.Backend)}; {Choices(profile.Backend, makers)}.";
            yield break;
        }

        if (kind is not null && !provider.Kinds.Contains(kind, StringComparer.Ordinal))
        {
            yield return $"{name}: the backend {provider.Backend} is none for {kind}; {Choices(profile.Backend, makers)}.";
            yield break;
        }

        string[] known = kind == ProfileKinds.Chat ? [.. provider.ParameterNames, StructuredOutput] : [.. provider.ParameterNames];
        foreach (var parameter in profile.Parameters.Keys.Where(parameter => !known.Contains(parameter, StringComparer.Ordinal)))
        {
            var place = Place(profile.ParameterOrigins.GetValueOrDefault(parameter) ?? profile.Origin);
            yield return $"{place}{Printable.Line(profile.Name)}: unknown parameter {Printable.Show(parameter)} of the backend {provider.Backend}; "
                + $"{Choices(parameter, known)}.";
        }

        if (kind == ProfileKinds.Chat && profile.Parameters.TryGetValue(StructuredOutput, out var format)
            && !(format.ValueKind == JsonValueKind.String && NativeSupport.Values.Contains(format.GetString(), StringComparer.Ordinal)))
        {
            yield return $"{name}: {StructuredOutput} is {Printable.Show(format.GetRawText())}; it can be {string.Join(" or ", NativeSupport.Values)}.";
        }
    }

    private static string Place(string? origin) => origin is null ? string.Empty : origin + ": ";

    private static IEnumerable<string> Limits(ModelProfile profile)
    {
        if (profile.Timeout <= TimeSpan.Zero || profile.TotalTimeout <= TimeSpan.Zero || profile.TotalTimeout > TimeSpan.FromDays(1))
        {
            yield return "a time limit must be longer than nothing, and the total one at most a day.";
        }

        if (profile.MaxRetries < 0)
        {
            yield return $"{profile.MaxRetries} retries are less than none; write 0 for a single attempt.";
        }

        if (profile.MaxConcurrency < 1)
        {
            yield return $"{profile.MaxConcurrency} calls at a time let none through; allow at least 1.";
        }

        if (profile.InputPrice < 0 || profile.OutputPrice < 0)
        {
            yield return "a price can't be below zero.";
        }
    }

    /// <summary>The profile without what is not the provider's.</summary>
    public static ModelProfile ForProvider(ModelProfile profile) => profile.Parameters.ContainsKey(StructuredOutput)
        ? profile with { Parameters = profile.Parameters.Where(pair => pair.Key != StructuredOutput).ToDictionary(StringComparer.Ordinal) }
        : profile;

    public static string Choices(string name, IEnumerable<string> known)
    {
        string[] names = [.. known.Order(StringComparer.Ordinal)];
        return Nearest.Find(name, names) is { } nearest ? $"did you mean {nearest}"
            : names.Length == 0 ? "there is none"
            : $"there is {string.Join(", ", names)}";
    }
}
