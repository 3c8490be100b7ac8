using Microsoft.AspNetCore.Authorization;

namespace RpcWss.Authorization;

/// <summary>What the attributes on a contract, its service and one of its methods ask of the method's callers. Immutable.</summary>
/// <param name="Data">Each <c>[Authorize]</c> that counts; all of them must be met.</param>
/// <param name="Requirements">What further attributes demand by themselves.</param>
/// <param name="IsUnmarked">Whether nothing is said of the method, neither <c>[Authorize]</c> nor <c>[AllowAnonymous]</c>.</param>
internal sealed record MethodDemand(IReadOnlyList<IAuthorizeData> Data, IReadOnlyList<IAuthorizationRequirement> Requirements, bool IsUnmarked)
{
    public static MethodDemand Anybody { get; } = new([], [], IsUnmarked: false);

    /// <summary>Of a method whose metadata was trimmed away.</summary>
    public static MethodDemand Unreadable { get; } = new([], [], IsUnmarked: true) { IsReadable = false };

    public bool IsReadable { get; private init; } = true;

    public bool IsAnybody => Data.Count == 0 && Requirements.Count == 0;

    /// <summary>
    /// What is nearest decides: <c>[AllowAnonymous]</c> on the method lifts every demand; on the service or the contract it lifts theirs, and what stands on the
    /// method itself still counts.
    /// </summary>
    public static MethodDemand Of(IReadOnlyList<object> onType, IReadOnlyList<object> onMethod)
    {
        if (onMethod.OfType<IAllowAnonymous>().Any())
        {
            return Anybody;
        }

        bool isOpen = onType.OfType<IAllowAnonymous>().Any();
        IReadOnlyList<object> all = isOpen ? onMethod : [.. onType, .. onMethod];
        IAuthorizeData[] data = [.. all.OfType<IAuthorizeData>()];
        IAuthorizationRequirement[] requirements = [.. all.OfType<IAuthorizationRequirementData>().SelectMany(item => item.GetRequirements())];
        return new MethodDemand(data, requirements, IsUnmarked: !isOpen && data.Length == 0 && requirements.Length == 0);
    }
}
