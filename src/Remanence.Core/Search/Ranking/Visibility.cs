using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Search.Filters;

namespace Remanence.Search.Ranking;

/// <summary>Which rows a question may see: scope, kind, status, validity and filter.</summary>
internal readonly struct Visibility(DocumentTable documents, IReadOnlyDictionary<string, int> rows, SearchQuery query)
{
    /// <summary>Writes 1 for each visible row, 0 for the others.</summary>
    /// <returns>How many are visible.</returns>
    public int Fill(Span<byte> visible)
    {
        CollectionsMarshal.AsSpan(documents.Live).CopyTo(visible);
        KeepScope(visible, documents.User, documents.Users, query.Scope.User);
        KeepScope(visible, documents.Agent, documents.Agents, query.Scope.Agent);
        KeepScope(visible, documents.Session, documents.Sessions, query.Scope.Session);
        KeepKinds(visible);
        KeepBelieved(visible);
        if (query.Filter is { } filter)
        {
            Keep(visible, RowFilter.Compile(filter, documents, rows));
        }

        return visible.Count((byte)1);
    }

    private static void Keep(Span<byte> visible, Func<int, bool> matches)
    {
        for (var row = 0; visible[row..].IndexOf((byte)1) is >= 0 and var next; row++)
        {
            row += next;
            visible[row] = matches(row) ? (byte)1 : (byte)0;
        }
    }

    private static void KeepScope(Span<byte> visible, List<int> column, Interner names, string? wanted)
    {
        if (wanted is null)
        {
            return;
        }

        var number = names.Find(wanted);
        var values = CollectionsMarshal.AsSpan(column);
        for (var row = 0; row < visible.Length; row++)
        {
            visible[row] &= values[row] == number || values[row] == -1 ? (byte)1 : (byte)0;
        }
    }

    private void KeepKinds(Span<byte> visible)
    {
        if (query.Kinds is not { } kinds)
        {
            return;
        }

        var wanted = new bool[documents.Kinds.Count];
        foreach (var kind in kinds)
        {
            if (documents.Kinds.Find(kind) is >= 0 and var number)
            {
                wanted[number] = true;
            }
        }

        var values = CollectionsMarshal.AsSpan(documents.Kind);
        for (var row = 0; row < visible.Length; row++)
        {
            visible[row] &= wanted[values[row]] ? (byte)1 : (byte)0;
        }
    }

    private void KeepBelieved(Span<byte> visible)
    {
        var status = CollectionsMarshal.AsSpan(documents.Status);
        if (query.AsOf is { } asOf)
        {
            var from = CollectionsMarshal.AsSpan(documents.ValidFrom);
            var to = CollectionsMarshal.AsSpan(documents.ValidTo);
            for (var row = 0; row < visible.Length; row++)
            {
                visible[row] &= from[row] <= asOf.UtcTicks && asOf.UtcTicks < to[row] ? (byte)1 : (byte)0;
            }
        }
        else if (!query.AnyStatus)
        {
            for (var row = 0; row < visible.Length; row++)
            {
                visible[row] &= status[row] == MemoryStatus.Active ? (byte)1 : (byte)0;
            }
        }
    }
}
