using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Detection;

/// <summary>
/// Sentences with a word about illness, treatment or the body's state. A word list: it knows neither whose health it is nor what is said without such a word.
/// </summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal sealed partial class HealthSentences : Detector
{
    private static readonly SearchValues<string> ChineseWords = SearchValues.Create(
        [
            "确诊", "诊断", "癌", "肿瘤", "化疗", "放疗", "白血病", "糖尿病", "胰岛素", "艾滋", "抑郁", "焦虑症", "躁郁", "双相", "精神分裂", "强迫症", "多动症", "自闭症", "厌食症", "暴食症",
            "怀孕", "孕期", "流产", "堕胎", "避孕", "不孕", "处方", "药物", "吃药", "服药", "用药", "手术", "哮喘", "癫痫", "中风", "心脏病", "心梗", "高血压", "低血压", "血压", "血糖", "胆固醇", "肝炎", "乙肝",
            "肺炎", "结核", "新冠", "性病", "梅毒", "痴呆", "帕金森", "关节炎", "偏头痛", "过敏", "戒毒", "残疾", "自杀", "自残", "住院", "病情", "病历", "症状", "看病", "心理医生", "精神科", "心理治疗",
        ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Stems = SearchValues.Create(
        [
            "diagnos", "cancer", "tumo", "leuk", "lymphoma", "chemo", "radiation", "diabet", "insulin", "hiv", "depress", "anxiety", "bipolar", "schizo",
            "psych", "autis", "adhd", "ocd", "ptsd",
            "anorex", "bulimi", "eating disorder", "pregnan", "miscarr", "abortion", "infertil", "prescri", "medicat", "therap", "surg", "asthma", "epilep",
            "seizure", "stroke", "heart", "hypert", "blood",
            "cholesterol", "hepatitis", "tubercul", "pneumonia", "covid", "herpes", "syphilis", "chlamydia", "std", "dementia", "alzheimer", "parkinson",
            "arthritis", "migraine", "allerg", "rehab",
            "addict", "disabilit", "suicid", "self-harm", "hospital", "symptom", "sclerosis", "crohn", "celiac", "lupus", "transplant", "dialysis", "panic",
        ],
        StringComparison.OrdinalIgnoreCase);

    public override void Find(string text, List<PrivateSpan> found)
    {
        if (text.AsSpan().ContainsAny(Stems))
        {
            foreach (var match in Words().EnumerateMatches(text))
            {
                Add(text, match.Index, match.Length, found);
            }
        }

        var at = 0;
        while (text.AsSpan(at).IndexOfAny(ChineseWords) is var next and >= 0)
        {
            at = Add(text, at + next, 1, found);
        }
    }

    private static int Add(string text, int index, int length, List<PrivateSpan> found)
    {
        // Within a sentence that was found already.
        if (found.Count > 0 && found[^1].Kind == PrivacyKinds.Health && index < found[^1].End && index >= found[^1].Start)
        {
            return found[^1].End;
        }

        var (start, end) = SentenceBounds.Around(text, index, index + length);
        found.Add(new PrivateSpan(start, end, PrivacyKinds.Health));
        return end;
    }

    [GeneratedRegex(
        """
            \b(?:diagnos(?:ed|is|es|tic)|cancer|tumou?rs?|leuk(?:a)?emia|lymphoma|chemo(?:therapy)?|radiation\ therapy|diabet(?:es|ic)|insulin|hiv|depress(?:ion|ive)|clinically\ depressed|antidepressants?
            |anxiety|panic\ (?:attacks?|disorder)|bipolar|schizophreni(?:a|c)|psychiatr(?:ist|ic|y)|psychosis|autis(?:m|tic)|adhd|ocd|ptsd|anorexi(?:a|c)|bulimi(?:a|c)|eating\ disorder
            |pregnan(?:t|cy)|miscarr(?:iage|ied)|abortion|infertil(?:e|ity)|prescri(?:bed|ption|ptions)|medications?|my\ therapist|in\ therapy|psychotherapy|surger(?:y|ies)|asthma(?:tic)?|epilep(?:sy|tic)|seizures?
            |(?:had|after|suffered)\ (?:a|my|his|her|the)\ stroke|heart\ (?:attack|disease|condition|failure|surgery)|hypertension|blood\ (?:pressure|sugar|test|tests|clot)|cholesterol|hepatitis|tuberculosis
            |pneumonia|covid(?:-19)?|herpes|syphilis|chlamydia|stds?|dementia|alzheimer(?:'s|’s)?|parkinson(?:'s|’s)?|arthritis|migraines?|allerg(?:y|ies|ic)|in\ rehab|addict(?:ed|ion)\ to\ (?:drugs|alcohol|opioids|painkillers)
            |disabilit(?:y|ies)|suicid(?:e|al)|self-harm(?:ing)?|hospitali[sz]ed|in\ (?:the\ )?hospital|symptoms?|multiple\ sclerosis|crohn(?:'s|’s)?|celiac|lupus|transplant|dialysis)\b
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
