using System.ComponentModel;

namespace RpcWss.Generated;

/// <summary>The result type of a call that has no result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RpcNothing;
