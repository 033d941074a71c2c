namespace Remanence.Memories;

/// <summary>Whether a memory is believed now.</summary>
public enum MemoryStatus
{
    /// <summary>Believed; searched by default.</summary>
    Active,

    /// <summary>Replaced by a newer memory; kept for <c>as_of</c> questions.</summary>
    Superseded,

    /// <summary>No longer of use; kept until erased.</summary>
    Expired,
}
