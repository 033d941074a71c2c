using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Remanence.Cli.Guides;

/// <summary>
/// Runs snippets with the program that their reader has. Python's and Node's are run by a few lines of their own language (<c>record.py</c>, <c>record.cjs</c>)
/// that keep what the server answered; the snippet itself is untouched.
/// </summary>
internal static class SnippetRunner
{
    // What record.py ends with when Python has no requests.
    private const int Missing = 77;

    /// <summary>Answers what the server answered, in the order of the calls.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(Snippet snippet, CancellationToken cancellationToken)
    {
        var (program, arguments) = snippet.Language switch
        {
            "python" => ("python3", (string[])[Beside("record.py")]),
            "javascript" => ("node", ["--require", Beside("record.cjs"), "-"]),
            _ => ("bash", ["-e", "-u", "-o", "pipefail"]),
        };
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = TryStart(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(snippet.Text.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == Missing)
        {
            NotHere("Python's requests");
        }

        process.ExitCode.ShouldBe(0, await errors + snippet.Text);
        return Answers(program == "bash" ? await output : (await errors).Trim());
    }

    private static List<JsonElement> Answers(string text)
    {
        var answers = new List<JsonElement>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            answers.Add(JsonElement.ParseValue(ref reader));
        }

        return answers;
    }

    private static Process TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            NotHere(start.FileName);
            throw;
        }
    }

    private static void NotHere(string what)
    {
        Environment.GetEnvironmentVariable("CI").ShouldNotBe("true", what + " must be there in CI.");
        Assert.Skip(what + " is not installed.");
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, "Guides", name);
}
