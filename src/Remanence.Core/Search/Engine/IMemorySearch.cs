namespace Remanence.Search.Engine;

/// <summary>Searches over whatever names the candidates. Thread-safe.</summary>
internal interface IMemorySearch
{
    /// <summary>A workspace to be searched, as fresh as it can be had in reasonable time.</summary>
    Task<ISearchable> OpenAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>Looks for workspaces that are behind the store, when the engine opens.</summary>
    Task NoticeAllAsync(CancellationToken cancellationToken);

    /// <summary>After something was erased: sees to it that its words are gone here too, as soon as can be.</summary>
    Task SettleAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>Removes what is kept of a workspace outside of the store; called before and after the store drops it.</summary>
    Task RemoveAsync(string workspace, CancellationToken cancellationToken);
}
