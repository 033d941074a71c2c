using System.Text.Json;
using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Values;

namespace Remanence.Sqlite.Rows;

/// <summary>
/// Memories from rows and into rows. One mapper serves one reading: it hands out one string for a user, a kind or a role that
/// repeats from row to row.
/// </summary>
internal sealed class SqliteMapper(string workspace)
{
    public const int KeyColumn = 29;
    public const int SequenceColumn = 30;

    private readonly RepeatedText _user = new();
    private readonly RepeatedText _agent = new();
    private readonly RepeatedText _session = new();
    private readonly RepeatedText _kind = new();
    private readonly RepeatedText _author = new();
    private readonly RepeatedText _role = new();
    private readonly RepeatedText _name = new();
    private Scope _scope = new(workspace);

    /// <summary>Adds the parameters of <see cref="SqliteSql.MemoryColumns"/> and the workspace's number.</summary>
    public static SqliteStatement Add(SqliteStatement statement, Memory memory, long workspaceNumber, long key, long sequence)
    {
        var time = memory.EventTime;
        statement
            .Add(memory.Id).Add(memory.Scope.User).Add(memory.Scope.Agent).Add(memory.Scope.Session)
            .Add(memory.Kind).Add((long)memory.Status)
            .Add(memory.ObservedAt.UtcTicks).Add(memory.RecordedAt.UtcTicks).Add(memory.UpdatedAt.UtcTicks)
            .Add(memory.ValidFrom?.UtcTicks).Add(memory.ValidTo?.UtcTicks)
            .Add(time?.Interval.Start.UtcTicks).Add(time?.Interval.End.UtcTicks).Add((long?)time?.Precision)
            .AddBytes(SqliteTimes.Offsets(
                memory.ObservedAt, memory.RecordedAt, memory.UpdatedAt, memory.ValidFrom, memory.ValidTo, time?.Interval.Start, time?.Interval.End))
            .Add(memory.Author).Add(memory.Role).Add(memory.Name).Add(memory.SupersededBy).Add(memory.Score)
            .AddText(SqliteJson.WriteList(memory.Keywords, SqliteJson.Strings))
            .AddText(SqliteJson.WriteList(memory.Categories, SqliteJson.Strings))
            .AddText(SqliteJson.WriteList(memory.Links, SqliteJson.Links))
            .AddText(memory.Use == MemoryUse.None ? null : JsonSerializer.SerializeToUtf8Bytes(memory.Use, SqliteJson.Use))
            .AddText(SqliteJson.WriteList(memory.Sources, SqliteJson.Sources));
        SqliteJson.AddRaw(statement, memory.Metadata);
        return statement
            .AddText(memory.State is { } state ? SqliteJson.Write(state) : null)
            .Add(memory.Trigger)
            .Add(memory.Content)
            .Add(key)
            .Add(sequence)
            .Add(workspaceNumber);
    }

    public Memory Read(SqliteStatement row)
    {
        var offsets = row.Bytes(14);
        return new Memory
        {
            Id = row.Text(0),
            Scope = ReadScope(row),
            Kind = _kind.Read(row, 4)!,
            Status = (MemoryStatus)row.Long(5),
            ObservedAt = SqliteTimes.Read(row.Long(6), offsets, 0),
            RecordedAt = SqliteTimes.Read(row.Long(7), offsets, 1),
            UpdatedAt = SqliteTimes.Read(row.Long(8), offsets, 2),
            ValidFrom = SqliteTimes.Read(row.NullableLong(9), offsets, 3),
            ValidTo = SqliteTimes.Read(row.NullableLong(10), offsets, 4),
            EventTime = row.IsNull(11) ? null : new EventTime(
                new TimeInterval(SqliteTimes.Read(row.Long(11), offsets, 5), SqliteTimes.Read(row.Long(12), offsets, 6)), (TimePrecision)row.Long(13)),
            Author = _author.Read(row, 15)!,
            Role = _role.Read(row, 16),
            Name = _name.Read(row, 17),
            SupersededBy = row.NullableText(18),
            Score = row.NullableDouble(19),
            Keywords = SqliteJson.ReadList(row, 20, SqliteJson.Strings),
            Categories = SqliteJson.ReadList(row, 21, SqliteJson.Strings),
            Links = SqliteJson.ReadList(row, 22, SqliteJson.Links),
            Use = row.IsNull(23) ? MemoryUse.None : JsonSerializer.Deserialize(row.Bytes(23), SqliteJson.Use)!,
            Sources = SqliteJson.ReadList(row, 24, SqliteJson.Sources),
            Metadata = SqliteJson.ReadRaw(row, 25),
            State = row.IsNull(26) ? null : SqliteJson.ReadState(row, 26),
            Trigger = row.NullableText(27),
            Content = row.Text(28),
        };
    }

    // Neighbours in the file mostly belong together.
    private Scope ReadScope(SqliteStatement row)
    {
        var (user, agent, session) = (_user.Read(row, 1), _agent.Read(row, 2), _session.Read(row, 3));
        if (!ReferenceEquals(user, _scope.User) || !ReferenceEquals(agent, _scope.Agent) || !ReferenceEquals(session, _scope.Session))
        {
            _scope = new Scope(workspace, user, agent, session);
        }

        return _scope;
    }

    private sealed class RepeatedText
    {
        private byte[]? _bytes;
        private string? _text;

        public string? Read(SqliteStatement row, int column)
        {
            if (row.IsNull(column))
            {
                return null;
            }

            var bytes = row.Bytes(column);
            if (_bytes is null || !bytes.SequenceEqual(_bytes))
            {
                _bytes = bytes.ToArray();
                _text = row.Text(column);
            }

            return _text;
        }
    }
}
