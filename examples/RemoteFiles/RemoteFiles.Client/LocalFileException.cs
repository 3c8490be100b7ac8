namespace RemoteFiles.Client;

/// <summary>A transfer cannot go on, for a reason on this side; the message says it all.</summary>
internal sealed class LocalFileException(string message) : Exception(message);
