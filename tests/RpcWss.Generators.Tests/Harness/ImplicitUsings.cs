namespace RpcWss.Generators.Tests.Harness;

/// <summary>What a user's project has in front of its files.</summary>
internal static class ImplicitUsings
{
    /// <summary>What the SDK's implicit usings give, as far as contracts and services use it, and MessagePack.</summary>
    public const string Text = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using MessagePack;
        global using RpcWss;
        """;
}
