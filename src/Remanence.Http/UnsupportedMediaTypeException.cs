
namespace Remanence.Http;

/// <summary>A body of a kind that a route does not take.</summary>
/// <param name="field">The header that says so.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class UnsupportedMediaTypeException(string field, string message) : RemanenceException(message)
{
    /// <summary>The header that says so.</summary>
    public string Field { get; } = field;
}
