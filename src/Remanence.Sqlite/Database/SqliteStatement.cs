using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Remanence.Sqlite.Database;

/// <summary>
/// A prepared statement. Text goes in and out as bytes with a length, because SQLite's own strings end at the first NUL.
/// </summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // No text was ever written that ends like this; a page that was lost reads so.
    private const int ZeroesOfDamage = 32;

    private int _parameters;
    private bool _busy;

    /// <summary>How many bytes of text were read since the statement began.</summary>
    public long BytesRead { get; private set; }

    public bool IsBusy => _busy || _parameters > 0;

    public SqliteStatement Add(long value) => Checked(raw.sqlite3_bind_int64(handle, ++_parameters, value));

    public SqliteStatement Add(long? value) => value is { } number ? Add(number) : AddNull();

    public SqliteStatement Add(double? value) =>
        value is { } number ? Checked(raw.sqlite3_bind_double(handle, ++_parameters, number)) : AddNull();

    public SqliteStatement AddNull() => Checked(raw.sqlite3_bind_null(handle, ++_parameters));

    public SqliteStatement Add(string? text)
    {
        if (text is null)
        {
            return AddNull();
        }

        var size = Utf8.GetMaxByteCount(text.Length);
        if (size <= 1024)
        {
            Span<byte> small = stackalloc byte[size];
            return AddText(small[..Utf8.GetBytes(text, small)]);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            return AddText(buffer.AsSpan(0, Utf8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public SqliteStatement AddText(byte[]? utf8) => utf8 is null ? AddNull() : AddText(utf8.AsSpan());

    // An empty span has no address, and an address of null would bind NULL.
    public SqliteStatement AddText(ReadOnlySpan<byte> utf8) => Checked(
        utf8.IsEmpty ? raw.sqlite3_bind_text(handle, ++_parameters, string.Empty) : raw.sqlite3_bind_text(handle, ++_parameters, utf8));

    // As with texts, no bytes are not NULL.
    public SqliteStatement AddBytes(byte[]? bytes) => bytes is null ? AddNull() : Checked(
        bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(handle, ++_parameters, 0) : raw.sqlite3_bind_blob(handle, ++_parameters, bytes.AsSpan()));

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none.</returns>
    public bool Step()
    {
        _busy = true;
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            try
            {
                database.Check(code);
            }
            finally
            {
                Dispose();
            }
        }

        return false;
    }

    /// <summary>Runs a statement without rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        Step();
        var changes = database.Changes;
        Dispose();
        return changes;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public long? NullableLong(int column) => IsNull(column) ? null : Long(column);

    public double? NullableDouble(int column) => IsNull(column) ? null : raw.sqlite3_column_double(handle, column);

    public string Text(int column)
    {
        var bytes = Bytes(column);
        if (bytes.Length >= ZeroesOfDamage && bytes[^1] == 0 && !bytes[^ZeroesOfDamage..].ContainsAnyExcept((byte)0))
        {
            throw new DecoderFallbackException("A text ends in zeroes.");
        }

        return Utf8.GetString(bytes);
    }

    public string? NullableText(int column) => IsNull(column) ? null : Text(column);

    public ReadOnlySpan<byte> Bytes(int column)
    {
        var bytes = raw.sqlite3_column_blob(handle, column);
        BytesRead += bytes.Length;
        return bytes;
    }

    /// <summary>Ends the reading and forgets the parameters; the statement can be used again.</summary>
    public void Dispose()
    {
        if (_busy)
        {
            raw.sqlite3_reset(handle);
            _busy = false;
            BytesRead = 0;
        }

        if (_parameters > 0)
        {
            raw.sqlite3_clear_bindings(handle);
            _parameters = 0;
        }
    }

    public void Close() => handle.Dispose();

    private SqliteStatement Checked(int code)
    {
        database.Check(code);
        return this;
    }
}
