using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>Is told when a certificate is replaced while the process runs, and when what is new cannot be used.</summary>
internal abstract class RotationObserver
{
    public abstract void Rotated(string source, X509Certificate2 certificate);

    public abstract void Failed(string source, Exception error);
}
