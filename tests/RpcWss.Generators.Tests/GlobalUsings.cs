global using MessagePack;
global using Xunit;
