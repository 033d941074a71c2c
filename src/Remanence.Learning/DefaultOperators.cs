using Remanence.Flows.Operators;
using Remanence.PersonalMemory.Work;
using Remanence.TaskMemory;

namespace Remanence;

/// <summary>The operators that come with Remanence.</summary>
public static class DefaultOperators
{
    /// <summary>
    /// Adds them all. The services of the catalogue must hold a <see cref="Editing.MemoryAccess"/>, and may hold a <see cref="Models.ModelCatalog"/>, an
    /// <see cref="Operators.AnswerForm"/> and a <see cref="Operators.MemoryLibrary"/>.
    /// </summary>
    /// <param name="registry">Where to.</param>
    /// <returns>The same registry.</returns>
    public static OperatorRegistry AddDefaultOperators(this OperatorRegistry registry) => registry.AddTaskMemory().AddPersonalMemory();
}
