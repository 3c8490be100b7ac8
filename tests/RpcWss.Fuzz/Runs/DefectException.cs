namespace RpcWss.Fuzz.Runs;

/// <summary>The engine did what it must not, whatever the peer does.</summary>
internal sealed class DefectException(string message, Exception? inner = null) : Exception(message, inner);
