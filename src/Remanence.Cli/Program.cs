using Remanence.Cli;

// Before anything else is loaded: with too few files the runtime does not find the libraries.
if (OpenFiles.Complaint() is { } complaint)
{
    Console.Error.WriteLine(complaint);
    return OpenFiles.ExitCode;
}

return await CommandProcess.RunAsync(args);
