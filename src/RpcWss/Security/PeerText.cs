namespace RpcWss.Security;

/// <summary>Text that a peer chose, made fit for a message or a log: control characters replaced, the length bounded.</summary>
internal static class PeerText
{
    private const int MaxLength = 200;

    public static string Clean(string text)
    {
        string cut = text.Length > MaxLength ? string.Concat(text.AsSpan(0, MaxLength - 1), "…") : text;
        return string.Create(cut.Length, cut, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
            }
        });
    }
}
