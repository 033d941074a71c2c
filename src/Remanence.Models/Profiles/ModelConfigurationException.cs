namespace Remanence.Models.Profiles;

/// <summary>The profiles can't be used as they are written. The message names every fault with its remedy; it holds no key.</summary>
public sealed class ModelConfigurationException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="faults">What is wrong, one sentence each; at least one.</param>
    /// <param name="innerException">The cause.</param>
    public ModelConfigurationException(IReadOnlyList<string> faults, Exception? innerException = null)
        : base(string.Join(" ", faults), innerException) => Faults = faults;

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }
}
