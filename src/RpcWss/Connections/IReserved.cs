namespace RpcWss.Connections;

/// <summary>What a <see cref="BudgetReservation"/> is made for. Called under the gate.</summary>
internal interface IReserved
{
    /// <summary>The memory is set aside.</summary>
    void Admitted();

    /// <summary>The reservation was given back.</summary>
    void Released();
}
