namespace RpcWss.Conformance.Runner;

/// <summary>The system did not show what it must.</summary>
internal sealed class CaseFailedException(string message) : Exception(message);
