namespace Remanence.Sqlite.Repair;

/// <summary>A field of a record: a number, or where its bytes lie.</summary>
internal readonly record struct RecordValue(RecordKind Kind, long Integer = 0, double Real = 0, int At = 0, int Length = 0);
