using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>What the parser makes of a contract: a model and its data types when there is no error, what it found, and what it was made of.</summary>
internal sealed record ParsedContract(ContractModel? Model, EquatableArray<DataModel> Data, IReadOnlyList<Finding> Findings, ParsedSymbols Symbols);
