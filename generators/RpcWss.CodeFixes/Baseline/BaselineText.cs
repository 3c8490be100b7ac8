using System.Text;
using Microsoft.CodeAnalysis;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Baseline;

/// <summary>What a new baseline says.</summary>
internal static class BaselineText
{
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The whole text for a project; null while one of its contracts has an error.</summary>
    public static string? Of(Compilation compilation, CancellationToken cancellation) =>
        ContractSearch.All(compilation, cancellation) is { } contracts
            ? $"{BaselineEdit.Header}\n{ModelSurface.Of(contracts.Select(static contract => (contract.Model!, contract.Data)))}"
            : null;
}
