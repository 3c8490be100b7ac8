namespace RpcWss;

/// <summary>What a stream of a method carries.</summary>
public enum RpcStreamContent
{
    /// <summary>Items: an <see cref="IAsyncEnumerable{T}"/>.</summary>
    Items = 0,

    /// <summary>Bytes without boundaries: a <see cref="System.IO.Stream"/> or <see cref="System.IO.Pipelines.PipeReader"/>.</summary>
    Bytes = 1,

    /// <summary>Reports of progress, from the method to its caller: an <see cref="IProgress{T}"/> parameter.</summary>
    Progress = 2,
}
