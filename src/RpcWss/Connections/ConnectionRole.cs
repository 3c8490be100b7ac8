namespace RpcWss.Connections;

/// <summary>Which end dialled. It decides the parity of call ids and nothing else: the peers are equal.</summary>
internal enum ConnectionRole
{
    Client = 0,
    Server = 1,
}
