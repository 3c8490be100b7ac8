using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;

namespace RpcWss.Authorization;

/// <summary>Reads what a service demands of its callers off the attributes of its class, its contract and their methods; once, when it is added.</summary>
internal static class ServiceDemands
{
    /// <summary>What of a contract and of a service must stay when the program is trimmed.</summary>
    public const DynamicallyAccessedMemberTypes Methods = DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;

    /// <summary>One for each method of the contract, by its ordinal.</summary>
    /// <exception cref="InvalidOperationException">An attribute asks for what a call cannot be given.</exception>
    public static MethodDemand[] Of(RpcContractDescriptor descriptor, Type contract, Type service)
    {
        object[] onType = [.. contract.GetCustomAttributes(inherit: false), .. service.GetCustomAttributes(inherit: true)];
        Dictionary<string, object[]> onMethods = OnMethods(contract, service);
        var demands = new MethodDemand[descriptor.Methods.Count];
        foreach (RpcMethodDescriptor method in descriptor.Methods)
        {
            MethodDemand demand = onMethods.TryGetValue(method.Name, out object[]? attributes) ? MethodDemand.Of(onType, attributes) : MethodDemand.Unreadable;
            if (demand.Data.FirstOrDefault(item => !string.IsNullOrEmpty(item.AuthenticationSchemes)) is { } schemes)
            {
                throw new InvalidOperationException(
                    $"[Authorize] of {service} names the authentication schemes \"{schemes.AuthenticationSchemes}\" for {method.FullName}, and a connection is authenticated once, for all calls. Name them on the endpoint: MapRpcWss(...).RequireAuthorization(new AuthorizeAttribute {{ AuthenticationSchemes = ... }}).");
            }

            demands[method.Ordinal] = demand;
        }

        return demands;
    }

    /// <summary>The attributes of each method and of what implements it, by the method's name on the wire, which is unique in a contract.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Of a contract's bases, and of an object that is hosted itself, methods may be missing: those are found by their absence.")]
    [UnconditionalSuppressMessage("Trimming", "IL2062", Justification = "As above.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "As above.")]
    private static Dictionary<string, object[]> OnMethods(Type contract, Type service)
    {
        var found = new Dictionary<string, object[]>(StringComparer.Ordinal);
        foreach (Type declaring in (Type[])[contract, .. contract.GetInterfaces()])
        {
            InterfaceMapping map = service.GetInterfaceMap(declaring);
            for (int i = 0; i < map.InterfaceMethods.Length; i++)
            {
                MethodInfo declared = map.InterfaceMethods[i];
                if (declared.IsStatic || declared.IsSpecialName)
                {
                    continue;
                }

                if (map.TargetMethods[i] is not { } target)
                {
                    continue;
                }

                string name = declared.GetCustomAttribute<RpcMethodAttribute>(inherit: false)?.Name ?? declared.Name;
                found[name] = [.. declared.GetCustomAttributes(inherit: false), .. target.GetCustomAttributes(inherit: true)];
            }
        }

        return found;
    }
}
