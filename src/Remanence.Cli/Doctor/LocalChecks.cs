using System.Runtime.CompilerServices;
using Remanence.Hosting;
using Remanence.Models.BuiltIn;

namespace Remanence.Cli.Doctor;

/// <summary>The checks of this machine.</summary>
internal static class LocalChecks
{
    public static async IAsyncEnumerable<CheckResult> RunAsync(
        RemanenceSettings settings, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var result in ConfigurationChecks.Run(settings.Configuration))
        {
            yield return result;
        }

        yield return FolderCheck.Writable(settings.DataPath);
        yield return FolderCheck.Rights(settings.StoreFile);
        yield return FolderCheck.Space(settings.DataPath);
        await foreach (var result in StoreChecks.RunAsync(settings, time, cancellationToken))
        {
            yield return result;
        }

        yield return Embedder();
        await foreach (var result in ModelChecks.RunAsync(settings, time, cancellationToken))
        {
            yield return result;
        }

        await foreach (var result in ToolChecks.RunAsync(settings, time, cancellationToken))
        {
            yield return result;
        }

        yield return PortCheck.Run(settings);
    }

    private static CheckResult Embedder()
    {
        const string name = "embedder";
        try
        {
            return CheckResult.Ok(name, $"built in, {StaticEmbedder.Describe()}");
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException)
        {
            return CheckResult.Fail(name, e.Message, "install Remanence again; its program file is damaged");
        }
    }
}
