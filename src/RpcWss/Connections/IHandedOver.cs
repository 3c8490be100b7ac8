namespace RpcWss.Connections;

/// <summary>Something that a thread leaves in a <see cref="Handover"/> instead of taking the gate for it.</summary>
internal interface IHandedOver
{
    /// <summary>Its turn has come, at <paramref name="now"/>. Under the gate.</summary>
    void TakenOver(long now);
}
