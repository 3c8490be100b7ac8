using System.Collections.Frozen;

namespace RpcWss.Services;

/// <summary>The contracts that this side hosts, by the methods' full names. Thread-safe: readers see one whole state or the next.</summary>
internal sealed class ServiceTable
{
    private readonly Lock _writing = new();
    private volatile FrozenDictionary<string, HostedMethod> _methods = FrozenDictionary<string, HostedMethod>.Empty;

    /// <summary>Finds a method by its full name, such as <c>Shop.IOrders/GetAsync</c>.</summary>
    public HostedMethod? Find(string fullName) => _methods.GetValueOrDefault(fullName);

    /// <exception cref="InvalidOperationException">A contract with this name is hosted already.</exception>
    public void Add(ServiceBinding binding)
    {
        lock (_writing)
        {
            var methods = new Dictionary<string, HostedMethod>(_methods, StringComparer.Ordinal);
            foreach (RpcMethodDescriptor method in binding.Contract.Methods)
            {
                if (!methods.TryAdd(method.FullName, new HostedMethod(binding, method)))
                {
                    throw new InvalidOperationException(
                        $"The contract {binding.Contract.Name} is hosted already. Add each contract once, or give one of them another name with [RpcContract(Name = ...)].");
                }
            }

            _methods = methods.ToFrozenDictionary(StringComparer.Ordinal);
        }
    }
}
