namespace Remanence.Text.Time.Reading;

internal enum TokenKind : byte
{
    /// <summary>What lies before the first and after the last token.</summary>
    Edge,

    /// <summary>Letters, with apostrophes inside.</summary>
    Word,

    /// <summary>A run of digits.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Han,

    /// <summary>Any other visible character.</summary>
    Symbol,
}
