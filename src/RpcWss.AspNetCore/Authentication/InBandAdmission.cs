using Microsoft.AspNetCore.Authorization;

namespace RpcWss.Authentication;

/// <summary>
/// Has the authorization middleware let requests through that open a connection without credentials, where those come over it: the endpoint itself applies the
/// policies then, when there is somebody to apply them to.
/// </summary>
internal sealed class InBandAdmission : IAllowAnonymous;
