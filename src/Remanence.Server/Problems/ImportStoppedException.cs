using Remanence.Services;

namespace Remanence.Server.Problems;

/// <summary>A line of an import that cannot be understood; what stood before it is stored.</summary>
internal sealed class ImportStoppedException(string field, string message, ImportResult imported) : RemanenceException(message)
{
    public string Field { get; } = field;

    public ImportResult Imported { get; } = imported;
}
