using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Hostile;

/// <summary>The full names of methods that peers played by hand call.</summary>
internal static class MethodNames
{
    public const string Next = $"{IEcho.WireName}/NextAsync";
    public const string Answer = $"{IEcho.WireName}/AnswerAsync";
    public const string Bytes = $"{IEcho.WireName}/BytesAsync";
    public const string Numbers = $"{IEcho.WireName}/NumbersAsync";
    public const string Note = $"{IEcho.WireName}/NoteAsync";
    public const string Wait = "RpcWss.Conformance.Contracts.IWaiting/WaitAsync";
    public const string Ignore = "RpcWss.Conformance.Contracts.IWaiting/IgnoreAsync";
    public const string Tree = "RpcWss.Conformance.Contracts.IShapes/TreeAsync";
}
