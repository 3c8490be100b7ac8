namespace RpcWss.Conformance.Contracts;

/// <summary><see cref="IEcho"/> as it never was: arguments that the service cannot decode.</summary>
[RpcContract(Name = IEcho.WireName)]
internal partial interface IMistypedEcho
{
    /// <summary>The service takes two numbers.</summary>
    [RpcMethod(Name = "AddNumbers")]
    ValueTask<int> AddAsync(int left, string right);

    /// <summary>The service takes three numbers.</summary>
    [RpcMethod(Name = "AddThree")]
    ValueTask<int> AddAsync(int first);

    /// <summary>The service returns a number.</summary>
    ValueTask<string> NextAsync(int value);
}
