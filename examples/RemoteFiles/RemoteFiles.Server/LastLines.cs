using Microsoft.Win32.SafeHandles;

namespace RemoteFiles.Server;

/// <summary>Finds the last lines of a file, from its end, without reading the rest.</summary>
internal static class LastLines
{
    public const int Most = 1000;
    public const int MaxBytes = 1024 * 1024;

    private const int BlockSize = 16 * 1024;

    /// <summary>Where the last lines begin; not further from the end than <see cref="MaxBytes"/>. A last line without an end counts.</summary>
    public static long FindStart(SafeFileHandle file, int lines)
    {
        long length = RandomAccess.GetLength(file);
        long first = Math.Max(0, length - MaxBytes);
        byte[] block = new byte[BlockSize];
        int found = 0;
        for (long end = length; end > first;)
        {
            long start = Math.Max(first, end - BlockSize);
            int count = RandomAccess.Read(file, block.AsSpan(0, (int)(end - start)), start);
            for (int index = count - 1; index >= 0; index--)
            {
                // The end of the file's last line begins no other one.
                if (block[index] == '\n' && start + index + 1 < length && ++found == lines)
                {
                    return start + index + 1;
                }
            }

            end = start;
        }

        return lines == 0 ? length : first;
    }
}
