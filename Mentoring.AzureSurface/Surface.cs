namespace Mentoring.AzureSurface;

/// <summary>Why a member of the surface does nothing.</summary>
internal static class Surface
{
    public static NotSupportedException Absent([System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        new($"{member} needs the Azure packages. This build has only their signatures (AzurePackages=false), because the package registry lacked them.");
}
