using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.CodeFixes.Names;
using RpcWss.CodeFixes.Streaming;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Refactorings;

/// <summary>A contract made of the methods of a class. The parser of contracts decides which of them can be called from afar.</summary>
internal sealed class ContractDraft(string name, INamedTypeSymbol type, INamedTypeSymbol attribute, Compilation compilation, Spelling spelling)
{
    /// <summary>What a change to a type of data repairs, which is offered once the contract is there.</summary>
    private static readonly HashSet<string> _repairable = new(StringComparer.Ordinal)
    {
        Rules.NotMessagePackObject.Id, Rules.MemberWithoutKey.Id, Rules.BadKey.Id, Rules.CannotBeMade.Id, Rules.MemberNotSettable.Id, Rules.UserKey.Id,
    };

    private readonly RemoteTypes _types = new(compilation);
    private readonly CarriedStreams _streams = new(new(compilation));

    /// <summary>The methods that can be called from afar.</summary>
    public List<DraftMethod> Methods(ClassDeclarationSyntax declaration, CancellationToken cancellation)
    {
        var methods = new List<DraftMethod>();
        var names = new FreeNames();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(IsOffered))
        {
            if ((_types.Result(method.ReturnType) ?? _streams.Result(method.ReturnType)) is { } result)
            {
                string wireName = names.Take(type, [], [method.Name, .. WireNameChoice.Of(method)]);
                methods.Add(new DraftMethod(method, result, wireName == method.Name ? null : wireName));
            }
        }

        var refused = Refused(methods, declaration, cancellation);
        return [.. methods.Where((_, index) => !refused.Contains(index))];
    }

    public InterfaceDeclarationSyntax Interface(IEnumerable<DraftMethod> methods, SyntaxTrivia lineBreak)
    {
        bool isPublic = true;
        for (var at = type; at is not null; at = at.ContainingType)
        {
            isPublic &= at.DeclaredAccessibility == Accessibility.Public;
        }

        var contract = SyntaxFactory.InterfaceDeclaration(name)
            .AddModifiers(SyntaxFactory.Token(isPublic ? SyntaxKind.PublicKeyword : SyntaxKind.InternalKeyword), SyntaxFactory.Token(SyntaxKind.PartialKeyword))
            .AddMembers([.. methods.Select((method, index) => Method(method, index == 0 ? [] : [lineBreak, lineBreak]))]);
        return (InterfaceDeclarationSyntax)Attributes.Add(contract, Attributes.Make(attribute, spelling), spelling);
    }

    private static bool IsOffered(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false, IsGenericMethod: false }
        && method.Name is not ("Dispose" or "DisposeAsync")
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None);

    private MemberDeclarationSyntax Method(DraftMethod method, SyntaxTrivia[] before)
    {
        var parameters = method.Symbol.Parameters.Select(parameter => (ParameterSyntax)spelling.Generator.ParameterDeclaration(parameter));
        var declaration = Signatures.Method(Mentions.Escape(method.Symbol.Name), method.Result, parameters, spelling).WithLeadingTrivia(before);
        return method.WireName is { } wireName && compilation.GetTypeByMetadataName(SymbolNames.MethodAttribute) is { } marker
            ? (MemberDeclarationSyntax)Attributes.Add(declaration, Attributes.Make(marker, spelling, Attributes.Named("Name", Attributes.Text(wireName))), spelling)
            : declaration;
    }

    /// <summary>The methods that the parser objects to in a way that only their author can change, by their places among the others.</summary>
    private HashSet<int> Refused(List<DraftMethod> methods, ClassDeclarationSyntax declaration, CancellationToken cancellation)
    {
        var space = declaration.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        var contract = Interface(methods, SyntaxFactory.LineFeed);
        MemberDeclarationSyntax member = space is null ? contract : SyntaxFactory.NamespaceDeclaration(space.Name.WithoutTrivia()).AddMembers(contract);
        var unit = SyntaxFactory.CompilationUnit().AddMembers(member).NormalizeWhitespace();
        var tree = CSharpSyntaxTree.ParseText(unit.ToFullString(), (CSharpParseOptions)declaration.SyntaxTree.Options, cancellationToken: cancellation);
        var drafted = compilation.AddSyntaxTrees(tree);
        var syntax = tree.GetRoot(cancellation).DescendantNodes().OfType<InterfaceDeclarationSyntax>().First();
        var symbol = drafted.GetSemanticModel(tree).GetDeclaredSymbol(syntax, cancellation)!;
        var refused = new HashSet<int>();
        foreach (var finding in ContractParser.Parse(symbol, drafted, cancellation).Findings.Where(static finding => !_repairable.Contains(finding.Rule.Id)))
        {
            foreach (var location in finding.Related.Prepend(finding.Location).Where(location => location.SourceTree == tree))
            {
                var method = syntax.FindNode(location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();
                refused.Add(method is null ? -1 : syntax.Members.IndexOf(method));
            }
        }

        return refused;
    }
}

/// <summary>A method of a draft.</summary>
/// <param name="Symbol">The method of the class.</param>
/// <param name="Result">What it returns in the contract.</param>
/// <param name="WireName">Its name on the wire, where that is not its own.</param>
internal sealed record DraftMethod(IMethodSymbol Symbol, ITypeSymbol Result, string? WireName)
{
    /// <summary>Whether the class implements it as it is.</summary>
    public bool IsUnchanged => SymbolEqualityComparer.Default.Equals(Symbol.ReturnType, Result);
}
