using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Sides;

/// <summary>The side that is called, in this process or in another.</summary>
internal interface ICallee
{
    IBoard Board { get; }

    /// <summary>Waits until its connection is at rest, and says what is left.</summary>
    ValueTask<string[]> RestAsync();

    /// <summary>Waits until its connection has ended, and reports.</summary>
    ValueTask<SideReport> EndAsync();
}
