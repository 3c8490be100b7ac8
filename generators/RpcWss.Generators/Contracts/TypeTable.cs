using System.Collections;
using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Says something of types that are known by their full metadata names. Most types are in no table, and are told by their plain names alone: spelling
/// the full ones of all types was a quarter of what the generator costs with each key typed.
/// </summary>
internal sealed class TypeTable<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly Dictionary<string, T> _byFullName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public T this[string fullName]
    {
        set
        {
            _byFullName.Add(fullName, value);
            _names.Add(PlainName(fullName));
        }
    }

    public bool TryGet(INamedTypeSymbol type, out T value)
    {
        value = default!;
        return _names.Contains(type.Name) && _byFullName.TryGetValue(type.MetadataName(), out value);
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _byFullName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string PlainName(string fullName)
    {
        string name = fullName.Substring(fullName.LastIndexOf('.') + 1);
        int arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
