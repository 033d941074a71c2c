namespace Remanence.Models.Usage;

/// <summary>On whose account the calls of models go.</summary>
public static class ModelUsage
{
    private static readonly AsyncLocal<Account?> Scope = new();

    internal static Account? Current => Scope.Value;

    /// <summary>
    /// Puts the calls that this flow of execution makes from now on, also those of tasks that it starts, on an account, until the result is disposed; an
    /// account within an account replaces it. Calls outside of any count in the total alone, and no budget holds them.
    /// </summary>
    /// <param name="workspace">The workspace that pays.</param>
    /// <param name="jobId">The job, if it is one.</param>
    /// <returns>Ends the account; to be disposed by the method that began it.</returns>
    public static IDisposable Begin(string workspace, string? jobId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(workspace);
        var outer = Scope.Value;
        Scope.Value = new Account(workspace, jobId);
        return new End(outer);
    }

    internal sealed record Account(string Workspace, string? JobId);

    private sealed class End(Account? outer) : IDisposable
    {
        public void Dispose() => Scope.Value = outer;
    }
}
