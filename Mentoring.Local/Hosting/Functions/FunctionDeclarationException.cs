namespace Mentoring.Local.Hosting.Functions;

/// <summary>The assembly's functions are declared in a way that can't be hosted. The message names every fault.</summary>
public sealed class FunctionDeclarationException(string message) : Exception(message);
