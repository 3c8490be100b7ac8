namespace RpcWss.Protocol;

/// <summary>Who dialled. Decides the parity of call ids: the client's are odd, the server's even.</summary>
internal enum PeerRole : byte
{
    Client = 0,
    Server = 1,
}
