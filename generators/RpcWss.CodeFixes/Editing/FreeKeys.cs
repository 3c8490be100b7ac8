using Microsoft.CodeAnalysis;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Editing;

/// <summary>Hands out keys that no member of a type has. Types that inherit one another share them: a member of a base is one of theirs.</summary>
internal sealed class FreeKeys
{
    private const int Largest = 1023;

    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The key after the highest one.</summary>
    public int Next(INamedTypeSymbol type)
    {
        string root = "";
        int next = 0;
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            root = at.OriginalDefinition.GetDocumentationCommentId() ?? at.Name;
            foreach (var member in at.GetMembers())
            {
                if (MemberKeys.Of(member, KeySource.Attributes) is { Number: >= 0 and <= Largest and var key })
                {
                    next = Math.Max(next, key + 1);
                }
            }
        }

        return Take(root, next);
    }

    /// <summary>The number after that of the last case of a union.</summary>
    public int NextCase(INamedTypeSymbol union)
    {
        int next = 0;
        foreach (var attribute in union.GetAttributes())
        {
            if (attribute.AttributeClass.Is(UnionParser.Attribute) && attribute.ConstructorArguments is [{ Value: int key }, ..])
            {
                next = Math.Max(next, key + 1);
            }
        }

        return Take(union.OriginalDefinition.GetDocumentationCommentId() ?? union.Name, next);
    }

    private int Take(string owner, int least)
    {
        int key = _next.TryGetValue(owner, out int next) ? Math.Max(next, least) : least;
        _next[owner] = key + 1;
        return key;
    }
}
