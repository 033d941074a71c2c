namespace Remanence.Server.Problems;

internal sealed class UnsupportedMediaTypeException(string field, string message) : RemanenceException(message)
{
    public string Field { get; } = field;
}
