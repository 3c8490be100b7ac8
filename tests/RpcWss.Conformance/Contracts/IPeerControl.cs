using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Contracts;

/// <summary>How the process that runs the cases steers the other one, over a connection of its own. One case at a time.</summary>
[RpcContract]
internal partial interface IPeerControl
{
    /// <summary>Hosts the called side of a case and returns its address.</summary>
    ValueTask<string> HostAsync(string caseName);

    /// <summary>Connects the called side of a case to a server of the process that runs it.</summary>
    ValueTask DialAsync(string caseName, string address, byte[] rootCertificate);

    /// <summary>Makes calls of <see cref="IWaiting.WaitAsync"/> to the side that runs the case, and completes when all were started.</summary>
    ValueTask BeginCallsAsync(int count, string key);

    /// <summary>Waits until the called side's connection is at rest, and says what is left.</summary>
    ValueTask<string[]> RestAsync();

    /// <summary>Waits until the called side's connection has ended, lets go of it, and reports.</summary>
    ValueTask<SideReport> EndAsync();
}
