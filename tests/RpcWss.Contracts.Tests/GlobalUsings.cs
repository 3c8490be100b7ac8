global using MessagePack;
global using RpcWss.Contracts.Tests.Loopback;
global using RpcWss.Generated;
global using Xunit;
