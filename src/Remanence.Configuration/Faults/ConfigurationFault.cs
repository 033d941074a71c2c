namespace Remanence.Configuration.Faults;

/// <summary>One thing that is wrong with a configuration.</summary>
/// <param name="Message">One line: where, which key, which value, which rule, what to do. Never holds a secret.</param>
/// <param name="Key">The dotted name at fault.</param>
/// <param name="File">The file at fault, as it was named.</param>
/// <param name="Line">The line in <paramref name="File"/>, from 1.</param>
public sealed record ConfigurationFault(string Message, string? Key = null, string? File = null, int? Line = null);
