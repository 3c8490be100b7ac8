namespace RpcWss.Conformance.Runner;

/// <summary>A warning or an error that was logged.</summary>
internal sealed record LogLine(int EventId, string Text);
