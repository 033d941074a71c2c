namespace Remanence.Evaluation.Retrieval;

/// <summary>Both shapes, as small as they go, with every peculiarity that the readers have to know.</summary>
internal static class SampleData
{
    public const string Locomo =
        """
        [{"sample_id": "conv-1", "event_summary": {},
          "conversation": {
            "speaker_a": "Ada", "speaker_b": "Ben",
            "session_10_date_time": "9:05 am on 1 July, 2023",
            "session_10": [{"speaker": "Ben", "dia_id": "D10:1", "text": "I flew a kite."}],
            "session_1_date_time": "1:56 pm on 8 May, 2023",
            "session_1": [
              {"speaker": "Ada", "dia_id": "D1:1", "text": "Hello Ben."},
              {"speaker": "Ben", "dia_id": "D1:2", "text": "Look at this!", "blip_caption": "a photo of a lighthouse"},
              {"speaker": "Ben", "dia_id": "D1:3", "text": ""}],
            "session_2_date_time": "12:09 am on 9 June, 2023",
            "session_2": [{"speaker": "Ada", "dia_id": "D2:1", "text": "The lighthouse was tall."}]
          },
          "qa": [
            {"question": "What did they see?", "answer": "a lighthouse", "evidence": ["D1:2; D2:1", "D2:1", "D"], "category": 1},
            {"question": "What did Ben fly?", "adversarial_answer": "a kite", "evidence": ["D10:1"], "category": 5},
            {"question": "Is Ada happy?", "evidence": [], "category": 3},
            {"question": "How many?", "answer": 2, "evidence": ["D77:1"], "category": 4}]
        }]
        """;

    public const string Beam =
        """
        [{"id": "100K-1",
          "turns": [
            {"id": 0, "role": "user", "content": "I use Flask 2.3. ->-> 1,1", "batch": 0, "group": 0, "time": "March-15-2024"},
            {"id": 1, "role": "assistant", "content": "Good choice. ->-> is no arrow.", "batch": 0, "group": 0, "time": null},
            {"id": 2, "role": "user", "content": "I moved to Django. ->-> 2,1\n", "batch": 1, "group": 0, "time": "April-05-2024"}],
          "questions": [
            {"type": "knowledge_update", "question": "Which framework?", "gold": [0, 2], "rubric": [], "answer": "Django"},
            {"type": "abstention", "question": "Which car?", "gold": [], "rubric": []}]
        }]
        """;
}
