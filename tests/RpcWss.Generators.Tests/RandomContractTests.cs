using CsCheck;
using RpcWss.Generators.Tests.EndToEnd;
using RpcWss.Generators.Tests.Grammar;

namespace RpcWss.Generators.Tests;

/// <summary>
/// Contracts that a grammar makes up: combinations of shapes that nobody wrote down. A run tries a thousand, with another seed each time;
/// <c>RPCWSS_RANDOM_CONTRACTS=5000</c> tries as many as that says, in some four minutes.
/// </summary>
public sealed class RandomContractTests
{
    private const int Batch = 50;

    private static int Contracts => int.TryParse(Environment.GetEnvironmentVariable("RPCWSS_RANDOM_CONTRACTS"), out int count) ? count : 1_000;

    [Fact]
    public Task A_random_contract_can_be_called_or_has_one_error() => RandomContract.Any.Array[Batch].SampleAsync(
        static async contracts =>
        {
            if (await ContractBatch.FailureOfAsync(contracts) is { } failure)
            {
                Assert.Fail(await NarrowAsync(contracts) ?? $"Contracts that are sound alone fail together: {failure}");
            }
        },
        iter: Contracts / Batch, threads: 2, print: static _ => "(see the message)");

    private static async Task<string?> NarrowAsync(RandomContract[] contracts)
    {
        foreach (var contract in contracts)
        {
            if (await ContractBatch.FailureOfAsync([contract]) is { } failure)
            {
                return $"{failure}\n\n{contract.Source(0)}";
            }
        }

        return null;
    }
}
