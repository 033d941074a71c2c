namespace Remanence.Configuration.Binding;

/// <summary>An endpoint that ReMe's variables name.</summary>
/// <param name="BaseUrl">Its address; null: the backend's own.</param>
/// <param name="ApiKey">Its key.</param>
/// <param name="Where">Which variable names it.</param>
internal sealed record FlowEndpoint(Uri? BaseUrl, string? ApiKey, string Where)
{
    public override string ToString() => Where;
}
