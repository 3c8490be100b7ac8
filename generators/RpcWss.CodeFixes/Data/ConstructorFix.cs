using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Data;

/// <summary>
/// Gives a class a public constructor that takes what its members with keys hold, or lets the one be public that does. A constructor that is
/// chosen by attribute and does not fit loses the attribute.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstructorFix)), Shared]
public sealed class ConstructorFix() : ContractFix(Rules.CannotBeMade)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        // Constructors beside a primary one have to call it with something.
        if (flaw.About() is not { TypeKind: TypeKind.Class } type
            || flaw.Declarations(type).FirstOrDefault() is not ClassDeclarationSyntax { ParameterList: null } declaration)
        {
            yield break;
        }

        var mark = type.InstanceConstructors.Select(static constructor => constructor.Attribute("MessagePack.SerializationConstructorAttribute"))
            .Select(attribute => attribute?.ApplicationSyntaxReference?.GetSyntax(flaw.Cancellation)).OfType<AttributeSyntax>().FirstOrDefault();
        var members = Members(type);
        if (mark is not null && type.InstanceConstructors.Any(constructor => IsPublic(constructor) && Takes(constructor, members)))
        {
            yield return new Repair("Remove [SerializationConstructor]", "Constructor", declaration, edits => edits.RemoveAsync(mark));
        }
        else if (mark is null && members.TrueForAll(member => CanAssign(member, type)) && IsMadeByItself(type.BaseType))
        {
            var hidden = type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared && Takes(constructor, members))
                .SelectMany(flaw.Declarations).OfType<ConstructorDeclarationSyntax>().FirstOrDefault();
            yield return hidden is null
                ? new Repair($"Add a constructor to '{type.Name}'", "Constructor", declaration, edits => AddAsync(edits, declaration, members))
                : new Repair($"Make the constructor of '{type.Name}' public", "Constructor", declaration, edits =>
                    edits.ReplaceAsync(hidden, static (current, _) => current.WithAccessibility(SyntaxKind.PublicKeyword)));
        }
    }

    /// <summary>The members with keys, of bases too.</summary>
    private static List<ISymbol> Members(INamedTypeSymbol type)
    {
        var members = new List<ISymbol>();
        var source = MemberKeys.Source(type) ?? KeySource.Attributes;
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            members.InsertRange(0, DataMembers.Of(at).Where(member => MemberKeys.Of(member, source) is not null && !IsComputed(member)));
        }

        return members;
    }

    private static bool IsComputed(ISymbol member) => member is IPropertySymbol { SetMethod: null } property
        && !property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsPublic(IMethodSymbol constructor) => constructor.DeclaredAccessibility == Accessibility.Public;

    /// <summary>Whether a constructor has the members as parameters, or none at all.</summary>
    private static bool Takes(IMethodSymbol constructor, List<ISymbol> members) => constructor.Parameters.All(parameter => members.Exists(member =>
        string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(TypeOf(member), parameter.Type)));

    private static bool CanAssign(ISymbol member, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
        || member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } or IFieldSymbol { IsReadOnly: false };

    private static bool IsMadeByItself(INamedTypeSymbol? type) =>
        type is null || type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility != Accessibility.Private);

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    private static async Task AddAsync(Edits edits, ClassDeclarationSyntax declaration, List<ISymbol> members)
    {
        var editor = await edits.OfAsync(declaration).ConfigureAwait(false);
        var constructor = Constructor(declaration.Identifier, members, new Spelling(editor.Generator, editor.SemanticModel, declaration.SpanStart));
        if (declaration.Members.OfType<ConstructorDeclarationSyntax>().LastOrDefault() is { } last)
        {
            editor.InsertAfter(last, constructor);
        }
        else
        {
            editor.InsertMembers(declaration, 0, [constructor]);
        }
    }

    private static ConstructorDeclarationSyntax Constructor(SyntaxToken name, List<ISymbol> members, Spelling spelling)
    {
        var parameters = members.ConvertAll(member => Signatures.Parameter(Parameter(member), TypeOf(member), spelling));
        var assignments = members.ConvertAll(member => (StatementSyntax)spelling.Generator.ExpressionStatement(spelling.Generator.AssignmentStatement(
            Target(member), SyntaxFactory.IdentifierName(Mentions.Escape(Parameter(member))))));
        return SyntaxFactory.ConstructorDeclaration(name.WithoutTrivia())
            .AddModifiers(SyntaxFactory.Token(SyntaxKind.PublicKeyword))
            .WithParameterList(Signatures.InLine(parameters))
            .WithBody(SyntaxFactory.Block(assignments))
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>A member whose name is that of its parameter is told apart.</summary>
    private static ExpressionSyntax Target(ISymbol member)
    {
        var name = SyntaxFactory.IdentifierName(Mentions.Escape(member.Name));
        return member.Name == Parameter(member)
            ? SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ThisExpression(), name)
            : name;
    }

    private static string Parameter(ISymbol member) => char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1);
}
