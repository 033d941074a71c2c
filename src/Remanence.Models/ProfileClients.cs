using System.Diagnostics.CodeAnalysis;
using Remanence.Diagnostics;
using Remanence.Models.Profiles;

namespace Remanence.Models;

/// <summary>The clients of one kind, each made when it is first asked for. Thread-safe.</summary>
internal sealed class ProfileClients<TClient> : IDisposable
    where TClient : class, IDisposable
{
    private readonly string _kind;
    private readonly Func<ModelProfile, TClient> _make;
    private readonly Dictionary<string, ModelProfile> _profiles;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TClient> _clients = new(StringComparer.Ordinal);
    private bool _disposed;

    public ProfileClients(string kind, IEnumerable<ModelProfile> profiles, Func<ModelProfile, TClient> make)
    {
        _kind = kind;
        _make = make;
        _profiles = profiles
            .Select(profile => (Parts: ProfileKinds.Split(profile.Name), Profile: profile))
            .Where(entry => entry.Parts?.Kind == kind)
            .ToDictionary(entry => entry.Parts!.Value.Name, entry => entry.Profile, StringComparer.Ordinal);
    }

    public bool Has(string name) => _profiles.ContainsKey(name);

    public bool TryGet(string name, [NotNullWhen(true)] out TClient? client)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ModelCatalog));
            if (!_clients.TryGetValue(name, out client) && _profiles.TryGetValue(name, out var profile))
            {
                _clients[name] = client = Make(profile);
            }

            return client is not null;
        }
    }

    public TClient Get(string name) =>
        TryGet(name, out var client) ? client
        : throw new ModelConfigurationException([$"There is no profile {Printable.Show($"{_kind}.{name}")}; {Remedy(name)}."]);

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }

            _clients.Clear();
        }
    }

    private TClient Make(ModelProfile profile)
    {
        try
        {
            return _make(profile);
        }
        catch (NotSupportedException exception)
        {
            throw new ModelConfigurationException([exception.Message], exception);
        }
    }

    private string Remedy(string name) => _profiles.Count == 0
        ? $"set {_kind}.{Printable.Line(name)}.backend and {_kind}.{Printable.Line(name)}.model_name"
        : ProfileRules.Choices(name, _profiles.Keys);
}
