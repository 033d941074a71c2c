using Remanence.Models.Usage;

namespace Remanence.Stores;

/// <content>Usage.</content>
public static partial class StoreArguments
{
    /// <summary>Checks what is to be added to the account.</summary>
    /// <param name="entries">The entries.</param>
    public static void Check(IReadOnlyList<UsageEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (workspace, _, job, totals) in entries)
        {
            CheckAccount(workspace);
            CheckText(job, "A job's id");
            ArgumentNullException.ThrowIfNull(totals, nameof(entries));
            long[] counts = [totals.Calls, totals.Failures, totals.InputTokens, totals.OutputTokens, totals.EstimatedCalls];
            if (counts.Any(count => count < 0) || totals.Cost < 0)
            {
                throw new ArgumentException("Usage is counted from 0 up.", nameof(entries));
            }

            if (workspace is null && job is not null)
            {
                throw new ArgumentException("A job belongs to a workspace; name both or neither.", nameof(entries));
            }
        }
    }

    /// <summary>Checks the name of an account.</summary>
    /// <param name="workspace">The workspace; null: nobody's.</param>
    public static void CheckAccount(string? workspace)
    {
        if (workspace is not null)
        {
            RequireText(workspace, nameof(workspace));
            ArgumentException.ThrowIfNullOrEmpty(workspace);
        }
    }
}
