using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Protocol;

/// <summary>The messages of one run so far. They follow from map, rules, notes and steps alone, so a run in a file can be told again.</summary>
internal sealed class LakeConversation
{
    private readonly List<LakeMessage> _messages = [];
    private readonly List<LakeStep> _steps = [];

    public LakeConversation(LakeMap map, LakeRules rules, string? notes)
    {
        Map = map;
        Rules = rules;
        Add(LakeMessage.System, LakeTexts.System(rules));
        if (!string.IsNullOrWhiteSpace(notes))
        {
            Add(LakeMessage.User, LakeTexts.Memory(notes));
            Add(LakeMessage.Assistant, LakeTexts.Acknowledgement);
        }

        Add(LakeMessage.User, LakeTexts.Start(map, rules));
    }

    public LakeMap Map { get; }

    public LakeRules Rules { get; }

    public IReadOnlyList<LakeMessage> Messages => _messages;

    public IReadOnlyList<LakeStep> Steps => _steps;

    public bool IsOver => _steps is [.., var last] && (last.Done || last.Step >= Rules.MaxSteps);

    public static LakeConversation Replay(LakeMap map, LakeRules rules, string? notes, IEnumerable<LakeStep> steps)
    {
        var conversation = new LakeConversation(map, rules, notes);
        foreach (var step in steps)
        {
            conversation.Add(step);
        }

        return conversation;
    }

    /// <summary>Adds a reply and what it led to.</summary>
    public void Add(LakeStep step)
    {
        _steps.Add(step);
        Add(LakeMessage.Assistant, step.Reply);
        Add(LakeMessage.User, LakeTexts.Echo(Map, Rules, _steps));
    }

    private void Add(string role, string content) => _messages.Add(new LakeMessage(role, content));
}
