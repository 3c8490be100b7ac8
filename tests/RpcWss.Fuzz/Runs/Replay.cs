using RpcWss.Fuzz.Hostile;
using RpcWss.Fuzz.Traffic;

namespace RpcWss.Fuzz.Runs;

/// <summary>Does an attack from a file again, against victims of every kind.</summary>
internal static class Replay
{
    /// <exception cref="DefectException">The engine did what it must not.</exception>
    public static async Task RunAsync(Conversation attack, SeedTraffic traffic, Tally tally)
    {
        foreach (VictimKind kind in VictimKind.All.DistinctBy(kind => kind.Name))
        {
            using var attacked = new AttackedConnection(kind, attack.Role, traffic, tally);
            await attacked.ReplayAsync(attack);
        }
    }
}
