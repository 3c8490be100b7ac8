namespace RpcWss.Connections;

/// <summary>Memory set aside for one announced payload.</summary>
internal sealed class BudgetReservation(long length, IReserved owner)
{
    public long Length { get; } = length;

    /// <summary>What it is for.</summary>
    public IReserved Owner { get; } = owner;

    public bool IsGranted { get; set; }

    /// <summary>Whether it was given back; it counts no more.</summary>
    public bool IsReleased { get; set; }
}
