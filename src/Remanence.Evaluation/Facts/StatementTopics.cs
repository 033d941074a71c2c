using Remanence.Memories;

namespace Remanence.Evaluation.Facts;

/// <summary>Which attributes a fact of a topic has.</summary>
internal static class StatementTopics
{
    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["name"] = ["name", "姓"],
        ["age"] = ["age", "birthday", "event"],
        ["birthday"] = ["birthday", "event"],
        ["home"] = ["home", "居住情况", "event", "plan"],
        ["origin"] = ["origin", "nationality", "民族", "event"],
        ["work"] = ["occupation", "employer", "副业", "工作地点", "event", "plan", "habit"],
        ["employer"] = ["employer", "occupation", "工作地点", "event", "plan"],
        ["family"] = ["family", "marital_status", "event", "居住情况"],
        ["pet"] = ["pet", "event"],
        ["like"] = ["likes", "favorite", "habit"],
        ["dislike"] = ["likes", "diet", "habit"],
        ["food"] = ["diet", "likes", "favorite", "habit", "allergy"],
        ["allergy"] = ["allergy", "health", "diet"],
        ["health"] = ["health", "habit", "event", "allergy"],
        ["language"] = ["language", "study"],
        ["possession"] = ["owns", "event"],
        ["device"] = ["owns", "event", "habit", "device", "uses"],
        ["plan"] = ["plan"],
        ["habit"] = ["habit", "likes", "event"],
        ["skill"] = ["skill", "特长", "habit", "language", "likes", "study", "event", "occupation"],
        ["education"] = ["study", "school", "学历", "event", "occupation", "plan"],
        ["belief"] = ["belief", "信仰", "likes"],
        ["contact preference"] = ["contact", "preference"],
    };

    /// <summary>Whether a fact is about the topic; one about somebody near is of "family" and "pet" whatever it says.</summary>
    public static bool Fits(string topic, FactState fact) =>
        !Attributes.TryGetValue(topic, out var attributes)
        || (fact.Attribute is { } attribute && attributes.Contains(attribute.Split(' ')[0], StringComparer.Ordinal))
        || (fact.Subject is not null && topic is "family" or "pet")
        || (topic == "allergy" && fact.Subject is not null && fact.Attribute == "allergy");
}
