namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Of which time a clause is told.</summary>
internal enum ChineseTime
{
    Now,

    /// <summary>A time that is over: 去年.</summary>
    Over,

    /// <summary>A part of life that is over: 小时候.</summary>
    Stage,

    /// <summary>A time to come: 下个月.</summary>
    ToCome,
}
