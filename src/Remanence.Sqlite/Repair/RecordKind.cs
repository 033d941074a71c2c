namespace Remanence.Sqlite.Repair;

/// <summary>What kind of value a field has.</summary>
internal enum RecordKind
{
    Null,
    Integer,
    Real,
    Text,
    Blob,
}
