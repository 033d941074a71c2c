using Remanence.Configuration.Faults;

namespace Remanence.Configuration;

/// <summary>A configuration that cannot be used. Its message has one line a fault.</summary>
public sealed class ConfigurationException : RemanenceException
{
    /// <summary>Creates the exception from one fault or several.</summary>
    /// <param name="faults">What is wrong; not empty.</param>
    /// <param name="innerException">The cause.</param>
    public ConfigurationException(IReadOnlyList<ConfigurationFault> faults, Exception? innerException = null)
        : base(string.Join('\n', (faults ?? throw new ArgumentNullException(nameof(faults))).Select(fault => fault.Message)), innerException)
    {
        Faults = faults;
    }

    /// <summary>Creates the exception from one fault.</summary>
    /// <param name="message">One line: what is wrong, and what to do.</param>
    /// <param name="key">The dotted name at fault.</param>
    /// <param name="innerException">The cause.</param>
    public ConfigurationException(string message, string? key = null, Exception? innerException = null)
        : this([new ConfigurationFault(message, key)], innerException)
    {
    }

    /// <summary>Everything that is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<ConfigurationFault> Faults { get; }
}
