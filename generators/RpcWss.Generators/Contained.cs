using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.Generators;

/// <summary>Keeps a failure to print one file from taking the others with it.</summary>
internal static class Contained
{
    public static void Emit(SourceProductionContext output, string subject, string hintName, Func<string> emit) =>
        Emit(subject, emit, text => output.AddSource(hintName, SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))), output.ReportDiagnostic);

    /// <summary>Prints and adds a file, or reports that it could not be printed.</summary>
    internal static void Emit(string subject, Func<string> emit, Action<string> add, Action<Diagnostic> report)
    {
        string text;
        try
        {
            text = emit();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            report(Diagnostic.Create(Rules.Failure, Location.None, subject, $"{error.GetType().Name}: {error.Message}"));
            return;
        }

        add(text);
    }
}
