using System.Text;
using RpcWss.Diagnostics;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>The methods that the peer has named on this connection, by its numbers. The reader's alone. See <c>docs/protocol.md#method-names</c>.</summary>
internal sealed class IncomingMethods(ConnectionCore core)
{
    private readonly List<IncomingMethod> _methods = [];
    private Dictionary<string, OrderedTurn>? _turns;

    /// <summary>The method of a CALL, named in it or before.</summary>
    /// <exception cref="ProtocolViolationException">The number was not assigned, is assigned out of turn, or is one too many.</exception>
    public IncomingMethod Resolve(in CallFrame frame)
    {
        if ((frame.Flags & CallFlags.Name) != 0)
        {
            Install(frame);
        }
        else if (frame.Method >= _methods.Count)
        {
            ProtocolViolationException.Throw($"A CALL uses the method number {frame.Method}, which was never assigned");
        }

        IncomingMethod method = _methods[frame.Method];
        if (method.Hosted is null)
        {
            Bind(method);
        }

        return method;
    }

    private void Install(in CallFrame frame)
    {
        if (frame.Method != _methods.Count)
        {
            ProtocolViolationException.Throw($"A CALL assigns the method number {frame.Method}; the next is {_methods.Count}");
        }

        if (_methods.Count >= core.Own.MaxMethodNames)
        {
            ProtocolViolationException.Throw(GoAwayCode.LimitExceeded, $"More than {core.Own.MaxMethodNames} methods are named (RpcLimits.MaxMethodNames)");
        }

        _methods.Add(new IncomingMethod(Encoding.UTF8.GetString(frame.Name), frame.SignatureHash));
    }

    // A contract may be hosted later than its first call, so an unknown name is looked up again.
    private void Bind(IncomingMethod method)
    {
        if (core.Setup.Services.Find(method.FullName) is not { } hosted)
        {
            return;
        }

        method.Bind(hosted);
        if (hosted.Binding.Contract is { Ordered: true } contract)
        {
            _turns ??= [];
            if (!_turns.TryGetValue(contract.Name, out OrderedTurn? turn))
            {
                _turns.Add(contract.Name, turn = new OrderedTurn());
            }

            method.Turn = turn;
        }

        if (method.HashDiffers)
        {
            ConnectionLog.SignatureDiffers(core.Setup.Logger, method.FullName, method.SignatureHash, hosted.Descriptor.SignatureHash);
        }
    }
}
