namespace Remanence.Cli.Errors;

/// <summary>There is no store where a command looks for one.</summary>
internal sealed class NoStoreException(string folder)
    : RemanenceException(
        $"There is no store in {folder}: nothing is remembered there. Name the folder that has one with data.path=DIR, or a server with --url; \"remanence "
        + $"memorize\" begins one.");
