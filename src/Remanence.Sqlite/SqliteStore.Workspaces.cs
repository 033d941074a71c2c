using Remanence.Sqlite.Erasing;
using Remanence.Sqlite.Queries;
using Remanence.Stores;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public override Task<WorkspaceInfo?> GetWorkspaceAsync(string workspace, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return SqliteQueries.Workspace(database, workspace);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
        Read(database => (IReadOnlyList<WorkspaceInfo>)SqliteQueries.Workspaces(database), cancellationToken);

    /// <inheritdoc/>
    public override Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return EraseAsync(workspace, database => SqliteErasure.Drop(database, workspace), cancellationToken);
    }
}
