using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators;

/// <summary>A parsed contract as the pipeline carries it: values alone, no symbols and no syntax.</summary>
internal sealed record PipelineContract(ContractModel? Model, EquatableArray<DataModel> Data, EquatableArray<ReportedFinding> Errors)
{
    public static PipelineContract From(ParsedContract parsed)
    {
        var errors = new List<ReportedFinding>();
        foreach (var finding in parsed.Findings)
        {
            if (finding.IsError)
            {
                errors.Add(ReportedFinding.From(finding));
            }
        }

        return new PipelineContract(parsed.Model, parsed.Data, new(errors));
    }
}
