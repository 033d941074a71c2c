namespace Remanence.Resources;

/// <summary>The kinds of raw input.</summary>
public static class Modalities
{
    /// <summary>Messages.</summary>
    public const string Conversation = "conversation";

    /// <summary>Text.</summary>
    public const string Document = "document";

    /// <summary>A picture.</summary>
    public const string Image = "image";

    /// <summary>Moving pictures.</summary>
    public const string Video = "video";

    /// <summary>Sound.</summary>
    public const string Audio = "audio";
}
