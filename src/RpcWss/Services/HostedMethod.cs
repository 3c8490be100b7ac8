namespace RpcWss.Services;

/// <summary>A method that is hosted here, with the binding that serves it.</summary>
internal sealed record HostedMethod(ServiceBinding Binding, RpcMethodDescriptor Descriptor);
