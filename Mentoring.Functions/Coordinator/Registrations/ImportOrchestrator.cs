using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>The clockwork of one import: piece after piece, until all rows of the file were worked on.</summary>
public static class ImportOrchestrator
{
    /// <summary>Then its history begins anew.</summary>
    private const int PiecesAStage = 50;

    [Function(nameof(ImportOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var file = context.GetInput<Address>()!;
        for (var piece = 0; piece < PiecesAStage; piece++)
        {
            if (!await context.CallActivityAsync<bool>(nameof(ImportActivities.ImportPiece), file, Patience.Retry))
                return;
        }

        context.ContinueAsNew(file);
    }
}
