namespace Remanence.Services;

/// <summary>What a service takes in one call. Beyond: <see cref="InvalidRequestException"/>, and nothing is stored.</summary>
public static class ServiceLimits
{
    /// <summary>Messages in one call.</summary>
    public const int MaxMessages = 10_000;

    /// <summary>UTF-16 units of one message.</summary>
    public const int MaxMessageLength = 1_000_000;

    /// <summary>UTF-16 units of one document.</summary>
    public const int MaxDocumentLength = 10_000_000;

    /// <summary>UTF-16 units of a query.</summary>
    public const int MaxQueryLength = 10_000;

    /// <summary>Memories in one answer.</summary>
    public const int MaxTopK = 1_000;

    /// <summary>UTF-16 units of a workspace's name and of every id and name that a caller gives.</summary>
    public const int MaxIdLength = 256;

    /// <summary>UTF-16 units of one metadata object.</summary>
    public const int MaxMetadataLength = 65_536;

    /// <summary>Keywords of one memory.</summary>
    public const int MaxKeywords = 256;

    /// <summary>Nodes of a filter.</summary>
    public const int MaxFilterNodes = 256;

    /// <summary>Items of a page.</summary>
    public const int MaxPage = 1_000;
}
