namespace Remanence.Text.Time.Reading;

/// <summary>What words of a clause or a sentence do with the times named in it.</summary>
[Flags]
internal enum SenseMarks
{
    None = 0,

    /// <summary>"always", "usually", 总是.</summary>
    Habit = 1,

    /// <summary>"never", which tells a habit in the present alone.</summary>
    Never = 2,

    /// <summary>"I wish", "imagine", 假如, 就好了.</summary>
    Wish = 4,

    /// <summary>"if I were … I would".</summary>
    Unreal = 8,

    /// <summary>"in the novel", 小说里.</summary>
    Story = 16,

    /// <summary>"how", "have you", "hope you": small talk without a mark, too; 怎么样.</summary>
    Asks = 32,

    /// <summary>小说, which tells a story where <see cref="StoryPlace"/> goes with it.</summary>
    StoryNoun = 64,

    /// <summary>发生, 里.</summary>
    StoryPlace = 128,

    /// <summary>The clause ends with 了.</summary>
    Done = 256,

    /// <summary>"I'd kill for", 好想: what the clause names is longed for, and not to come.</summary>
    Craves = 512,

    /// <summary>Somebody goes somewhere: 周一去机场.</summary>
    Goes = 1024,

    /// <summary>有: what takes place then.</summary>
    Fixed = 2048,
}
