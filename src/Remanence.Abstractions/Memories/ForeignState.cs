using System.Text.Json;

namespace Remanence.Memories;

/// <summary>Fields that a foreign format wrote otherwise than Remanence would. Compared by content, JSON by its values.</summary>
public sealed record ForeignState
{
    /// <summary>The <see cref="Format"/> of ReMe's memory objects.</summary>
    public const string ReMe = "reme";

    /// <summary>Whose fields they are.</summary>
    public required string Format { get; init; }

    /// <summary>A JSON object: the fields as they were written, by their names in that format.</summary>
    public required JsonElement Fields { get; init => field = ValueList.Own(value); }

    /// <inheritdoc/>
    public bool Equals(ForeignState? other) =>
        other is not null && Format == other.Format && ValueList.AreSame(Fields, other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Format, Fields.ValueKind);
}
