using System.Text.Json;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>A model's <c>params</c>. What ReMe writes there and is no field of a request is taken out: a key must not be sent as one.</summary>
internal sealed class ModelParameters
{
    private static readonly string[] Taken = ["api_key", "base_url", "max_retries", "raise_exception"];

    public ModelParameters(SectionReader model, FaultList faults, List<string> warnings)
    {
        var members = model.Members("params");
        if (model.Find("params") is { Kind: NodeKind.Map } map)
        {
            var section = new SectionReader(map, faults);
            BaseUrl = section.Address("base_url");
            ApiKey = section.Text("api_key");

            // There, attempts in all.
            MaxRetries = section.Has("max_retries") ? section.Integer("max_retries", 1, 1, 21) - 1 : null;
        }

        if (members.TryGetValue("raise_exception", out var raise))
        {
            warnings.Add($"{raise.Origin.Where}: {Printable.Line(raise.Path)} has no meaning here and is ignored: a model's failure is always told.");
        }

        if (model.Find("token_count") is { } count)
        {
            warnings.Add($"{count.Origin.Where}: {Printable.Line(count.Path)} has no meaning here and is ignored.");
        }

        Values = members.Where(member => !Taken.Contains(member.Key, StringComparer.Ordinal) && !member.Value.IsNull)
            .ToDictionary(member => member.Key, member => NodeJson.ToJson(member.Value), StringComparer.Ordinal);
    }

    public Uri? BaseUrl { get; }

    public string? ApiKey { get; }

    public int? MaxRetries { get; }

    /// <summary>What goes with each request.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values { get; }
}
