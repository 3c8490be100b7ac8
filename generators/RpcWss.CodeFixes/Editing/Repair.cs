using Microsoft.CodeAnalysis;

namespace RpcWss.CodeFixes.Editing;

/// <summary>One way to repair what a diagnostic reports.</summary>
/// <param name="Title">What it does, as a sentence that the user chooses by.</param>
/// <param name="Key">Tells the ways of one fixer apart; fix-all takes the same way everywhere.</param>
/// <param name="Subject">The node that changes. Where several diagnostics lead to one, it is repaired once.</param>
/// <param name="Apply">Makes the changes.</param>
internal sealed record Repair(string Title, string Key, SyntaxNode Subject, Func<Edits, Task> Apply);
