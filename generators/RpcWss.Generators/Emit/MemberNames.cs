using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>
/// The name of each method's members in the emitted classes: its own, unless overloads share it or it is that of something else there.
/// </summary>
internal sealed class MemberNames
{
    private readonly List<string> _names = [];

    public MemberNames(ContractModel contract)
    {
        var scope = new NameScope([.. Names.OfObject, "Contract", "Methods", "Dispatcher", "Arguments"]);
        foreach (var method in contract.Methods)
        {
            _names.Add(scope.Take(method.Name));
        }
    }

    public string this[int ordinal] => _names[ordinal];
}
