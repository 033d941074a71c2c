using Remanence.Configuration;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using Remanence.Models.Profiles;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>llm</c>, <c>embedding_model</c>, <c>rerank_model</c> and <c>speech_model</c>.</summary>
internal sealed class ModelsBinder(ConfigurationTree tree)
{
    public const string ExampleAddress = "http://127.0.0.1:11434/v1";

    public const string Compatible = "openai_compatible";

    private static readonly Setting<string?> Backend = Settings.OptionalText(
        "backend",
        "Which kind of endpoint; openai_compatible without. Must be said for rerank_model.");
    public static readonly Setting<string?> ModelName = Settings.OptionalText("model_name", "The model's name at the endpoint.");
    private static readonly Setting<Uri?> BaseUrl = Settings.Address(
        "base_url",
        string.Empty,
        ExampleAddress,
        "The endpoint with its version, such as http://127.0.0.1:11434/v1; the backend's own without.");
    private static readonly Setting<string?> ApiKey = Settings.Key("api_key", "The endpoint's key.");
    private static readonly Setting<TimeSpan?> Timeout = Settings.Seconds("timeout_s", 60, "How long one attempt may take, and silence within a stream.");
    private static readonly Setting<TimeSpan?> TotalTimeout = Settings.Seconds(
        "total_timeout_s",
        180,
        "How long a call may take with all its attempts; timeout_s, if that is longer.");
    private static readonly Setting<int> MaxRetries = Settings.WholeNumber("max_retries", 4, 0, 20, "Attempts after the first.");
    private static readonly Setting<int> MaxConcurrency = Settings.WholeNumber("max_concurrency", 8, 1, 1024, "Calls at a time.");
    private static readonly Setting<decimal?> InputPrice = Settings.Amount("input_price", null, "The price of a million tokens read; not known without.");
    private static readonly Setting<decimal?> OutputPrice = Settings.Amount("output_price", null, "The price of a million tokens written.");
    private static readonly Setting<IReadOnlyDictionary<string, ConfigurationNode>> Parameters = Settings.Members(
        "params", "What goes with each request: temperature, seed, dimensions, max_batch_size and the like.");

    // What ReMe writes among them and is no field of a request is taken out: a key must not be sent as one. Retries are attempts in all there.
    private static readonly Setting<int?> Attempts = Settings.OptionalWholeNumber("max_retries", 1, 21, "Attempts in all.");
    private static readonly Setting RaiseException = Settings.Ignored("raise_exception");
    private static readonly string[] Taken = [ApiKey.Name, BaseUrl.Name, Attempts.Name, RaiseException.Name];

    /// <summary>
    /// Those that something is wrong with, which is told, so that the rest of them can be checked. What says nothing of its model is called after itself.
    /// </summary>
    public List<ModelProfile> Faulty { get; } = [];

    public static SettingSection Chat { get; } = Section("llm");

    public static SettingSection Embedding { get; } = Section("embedding_model");

    public static SettingSection Rerank { get; } = Section("rerank_model");

    public static SettingSection Speech { get; } = Section("speech_model");

    public static IReadOnlyList<SettingSection> Sections { get; } = [Chat, Embedding, Rerank, Speech];

    /// <summary>The models of one kind.</summary>
    /// <param name="kind">The section.</param>
    /// <param name="fallback">The endpoint for those that name none.</param>
    public IReadOnlyList<ModelProfile> Bind(SettingSection kind, FlowEndpoint? fallback)
    {
        var root = tree.Root;
        var profiles = new List<ModelProfile>();
        var endpoint = (Url: fallback is null ? null : tree.Variable(fallback.Url), Key: fallback is null ? null : tree.Variable(fallback.Key));
        foreach (var (_, section) in root.Entries(kind))
        {
            var before = section.FaultCount;
            if (Bind(section, endpoint) is { } profile)
            {
                (section.FaultCount == before ? profiles : Faulty).Add(profile);
            }
        }

        if (
            fallback is not null
            && Where(fallback) is { } where
            && !root.Names(kind).Contains("default", StringComparer.Ordinal)
            && profiles.All(profile => profile.BaseUrl != endpoint.Url || profile.ApiKey != endpoint.Key))
        {
            tree.Warn($"{where} is not used: there is no {kind.Name}.default.{ModelName.Name}.");
        }

        return profiles;
    }

    private static SettingSection Section(string name) =>
        new(
            name,
            "a model", Backend, ModelName, BaseUrl, ApiKey, Timeout, TotalTimeout, MaxRetries, MaxConcurrency, InputPrice, OutputPrice, Parameters,
            Settings.Ignored("token_count"))
        {
            HasVariables = true,
        };

    private ModelProfile? Bind(SettingReader section, (Uri? Url, string? Key) endpoint)
    {
        var parameters = section.Get(Parameters);
        var among = section.Below(Parameters);
        if (among.Find(RaiseException) is { } raise)
        {
            section.Warn(raise, "has no meaning here and is ignored: a model's failure is always told.");
        }

        var backend = section.Get(Backend);
        var (ownUrl, ownKey) = (section.Get(BaseUrl), section.Get(ApiKey));
        (ownUrl, ownKey) = (ownUrl ?? among.Get(BaseUrl), ownKey ?? among.Get(ApiKey));
        var attempts = among.Get(Attempts);
        var isOwn = backend is not null || ownUrl is not null || ownKey is not null;
        if (NamedBackend.Find(backend) is { } named)
        {
            var url = (named.UrlVariable is null ? null : tree.Variable(named.UrlVariable)) ?? named.Url;
            (backend, endpoint) = (named.Backend, (url, tree.Variable(named.Key)));
        }
        else if (backend is not (null or Compatible))
        {
            // The variables' endpoint speaks another language than this backend.
            endpoint = (null, null);
        }

        var model = section.Get(ModelName);
        var (timeout, total) = Timeouts(section);
        var retries = section.Get(MaxRetries);
        ModelProfile? profile = new ModelProfile
        {
            Name = section.Path,
            Backend = backend ?? Compatible,
            Model = model ?? string.Empty,
            BaseUrl = ownUrl ?? endpoint.Url,
            ApiKey = ownKey ?? KeyFor(ownUrl, endpoint),
            Timeout = timeout,
            TotalTimeout = total,
            MaxRetries = section.Has(MaxRetries) || attempts is null ? retries : attempts.Value - 1,
            MaxConcurrency = section.Get(MaxConcurrency),
            InputPrice = section.Get(InputPrice),
            OutputPrice = section.Get(OutputPrice),
            Parameters = parameters
                .Where(member => !Taken.Contains(member.Key, StringComparer.Ordinal) && !member.Value.IsNull)
                .ToDictionary(member => member.Key, member => member.Value.ToJson(), StringComparer.Ordinal),
            Origin = section.Origin.Where,
            ParameterOrigins = parameters.ToDictionary(member => member.Key, member => member.Value.Origin.Where, StringComparer.Ordinal),
        };
        if (!isOwn && endpoint is (null, null))
        {
            section.Warn("is not used: it has no base_url, api_key or backend.");
            return null;
        }

        if (backend is null && section.Path.StartsWith(Rerank.Name, StringComparison.Ordinal))
        {
            section.Refuse("has no backend; name what the endpoint speaks.", Backend);
            profile = null;
        }

        if (model is not null)
        {
            return profile;
        }

        if (!isOwn)
        {
            section.Warn("is not used: it has no model_name.");
        }
        else
        {
            if (section.Find(ModelName) is not { Kind: not NodeKind.Value })
            {
                section.Required(ModelName, $"write the model's name at the endpoint, such as {Printable.Line(section.Path)}.model_name=NAME.");
            }

            return profile is null ? null : profile with { Model = profile.Name };
        }

        return null;
    }

    // A key goes to the endpoint that it was given for, and to no other.
    private static string? KeyFor(Uri? own, (Uri? Url, string? Key) endpoint) =>
        own is null || endpoint.Url is null || SameHost(own, endpoint.Url) ? endpoint.Key : null;

    private static bool SameHost(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static (TimeSpan Timeout, TimeSpan Total) Timeouts(SettingReader section)
    {
        var (timeout, total) = (section.Get(Timeout) ?? TimeSpan.Zero, section.Get(TotalTimeout) ?? TimeSpan.Zero);
        if (section.Find(TotalTimeout) is not { } node)
        {
            return (timeout, timeout > total ? timeout : total);
        }

        if (total < timeout && section.Has(Timeout))
        {
            section.Wrong(node, $"must not be less than timeout_s, {timeout.TotalSeconds}");
        }

        return (timeout, total);
    }

    /// <summary>Which variable names the endpoint; null when none does.</summary>
    private string? Where(FlowEndpoint endpoint)
    {
        var variable = new[] { endpoint.Url.Name, endpoint.Key.Name }.FirstOrDefault(name => tree.Variable(name) is { Length: > 0 });
        return variable is null ? null
            : tree.OriginOfVariable(variable) is { File: null } origin ? origin.Where
            : $"{endpoint.Url.Name} in {tree.OriginOfVariable(variable).Where}";
    }
}
