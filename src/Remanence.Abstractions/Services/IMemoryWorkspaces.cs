using Remanence.Stores;

namespace Remanence.Services;

/// <summary>The workspaces that there are.</summary>
public interface IMemoryWorkspaces
{
    /// <summary>All workspaces, by name.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken = default);

    /// <summary>Erases a workspace, beyond recovery.</summary>
    /// <param name="workspace">The workspace; an unknown one throws <see cref="MemoryNotFoundException"/>.</param>
    /// <param name="cancellationToken">Stops it before anything is removed.</param>
    Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken = default);
}
