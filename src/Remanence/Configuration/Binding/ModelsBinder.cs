using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using Remanence.Models.Profiles;

namespace Remanence.Configuration.Binding;

/// <summary>What stands below <c>llm</c>, <c>embedding_model</c>, <c>rerank_model</c> and <c>speech_model</c>.</summary>
internal sealed class ModelsBinder(SectionReader root, EnvironmentSource environment, FaultList faults, List<string> warnings)
{
    private const string Standard = "default";
    private const string Compatible = "openai_compatible";
    private const int MaxRetries = 20;
    private const int MaxConcurrency = 1024;

    /// <summary>The models of one kind.</summary>
    /// <param name="kind">The section.</param>
    /// <param name="endpoint">The endpoint for those that name none.</param>
    public IReadOnlyList<ModelProfile> Bind(string kind, FlowEndpoint? endpoint)
    {
        var profiles = new List<ModelProfile>();
        foreach (var (name, section) in root.Below(kind, "a model"))
        {
            var before = faults.Count;
            var profile = Bind($"{kind}.{name}", section, endpoint);
            section.RefuseOthers();
            if (profile is not null && faults.Count == before)
            {
                profiles.Add(profile);
            }
        }

        if (endpoint is not null && root.Map.Find($"{kind}.{Standard}") is null)
        {
            warnings.Add($"{endpoint.Where} is not used: there is no {kind}.{Standard}.model_name.");
        }

        return profiles;
    }

    private static bool SameHost(Uri one, Uri other) => Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private ModelProfile? Bind(string name, SectionReader section, FlowEndpoint? endpoint)
    {
        var parameters = new ModelParameters(section, faults, warnings);
        var backend = section.Text("backend");
        var own = section.Address("base_url") ?? parameters.BaseUrl;
        var key = section.Text("api_key") ?? parameters.ApiKey;
        var model = section.Text("model_name");
        var isOwn = backend is not null || own is not null || key is not null;
        if (backend is not (null or Compatible))
        {
            // The variables' endpoint speaks another language than this backend.
            endpoint = null;
        }

        var timeout = section.Seconds("timeout_s");
        var profile = new ModelProfile
        {
            Name = name,
            Backend = backend ?? Compatible,
            Model = model ?? string.Empty,
            BaseUrl = own ?? endpoint?.BaseUrl,
            ApiKey = key ?? KeyFor(own, endpoint),
            Timeout = timeout ?? TimeSpan.FromSeconds(60),
            TotalTimeout = TotalTimeout(section, timeout),
            MaxRetries = section.Integer("max_retries", parameters.MaxRetries ?? 4, 0, MaxRetries),
            MaxConcurrency = section.Integer("max_concurrency", 8, 1, MaxConcurrency),
            InputPrice = section.Price("input_price"),
            OutputPrice = section.Price("output_price"),
            Parameters = parameters.Values,
        };
        if (!isOwn && endpoint is null)
        {
            warnings.Add($"{section.Map.Origin.Where}: {Printable.Line(name)} is not used: it has no base_url, api_key or backend.");
            return null;
        }

        if (backend is null && name.StartsWith(KnownKeys.Rerank, StringComparison.Ordinal))
        {
            faults.Add(section.Map.Origin, name + ".backend", $"{Printable.Line(name)} has no backend; name what the endpoint speaks.");
        }

        if (model is not null)
        {
            return profile;
        }

        if (!isOwn)
        {
            warnings.Add($"{section.Map.Origin.Where}: {Printable.Line(name)} is not used: it has no model_name.");
            return null;
        }

        section.RequiredText("model_name", $"write the model's name at the endpoint, such as {Printable.Line(name)}.model_name=NAME.");
        return null;
    }

    // A key goes to the endpoint that it was given for, and to no other.
    private static string? KeyFor(Uri? own, FlowEndpoint? endpoint) =>
        own is null || endpoint?.BaseUrl is null || SameHost(own, endpoint.BaseUrl) ? endpoint?.ApiKey : null;

    private static TimeSpan TotalTimeout(SectionReader section, TimeSpan? timeout)
    {
        var standard = TimeSpan.FromSeconds(180);
        var total = section.Seconds("total_timeout_s");
        if (total < timeout && section.Find("total_timeout_s") is { } node)
        {
            section.Wrong<bool>(node, $"must not be less than timeout_s, {timeout.Value.TotalSeconds}");
        }

        return total ?? (timeout > standard ? timeout.Value : standard);
    }

    /// <summary>The endpoint in ReMe's variables; null when they name none.</summary>
    public FlowEndpoint? Endpoint(string urlVariable, string keyVariable)
    {
        var url = environment.Value(urlVariable) is { Length: > 0 } text ? text : null;
        var key = environment.Value(keyVariable) is { Length: > 0 } secret ? secret : null;
        if (url is null && key is null)
        {
            return null;
        }

        var origin = environment.Origin(url is null ? keyVariable : urlVariable);
        var where = origin.File is null ? origin.Where : $"{urlVariable} in {origin.Where}";
        Uri? address = null;
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out address) && address.Scheme is "http" or "https"))
        {
            faults.Add(origin, urlVariable, $"{urlVariable} must be an address such as http://127.0.0.1:11434/v1, not {Secrets.Show(ConfigurationNode.Value(urlVariable, origin, url, ScalarForm.Text))}.");
        }

        return new FlowEndpoint(address, key, where);
    }
}
