namespace Remanence.Models.Prompts;

/// <summary>A file of prompts can't be used as it is. The message names file, line and remedy.</summary>
public sealed class PromptException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1; null where it is about the file as a whole.</param>
    /// <param name="fault">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PromptException(string file, int? line, string fault, Exception? innerException = null)
        : base(line is null ? $"{file}: {fault}" : $"{file} line {line}: {fault}", innerException)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int? Line { get; }
}
