using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>Bytes of a file that somebody follows.</summary>
/// <param name="From">How they belong to those before.</param>
/// <param name="Bytes">The bytes, at most 16 KiB; a character of several bytes may be spread over two parts.</param>
[MessagePackObject]
public readonly record struct FollowedPart([property: Key(0)] FollowedFrom From, [property: Key(1)] byte[] Bytes);
