using RpcWss.Fuzz.Traffic;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Hostile;

/// <summary>Changes proper frames. <see cref="Gently"/> keeps every element's type, so that most of it reaches deep; the others do not.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> payloads)
{
    /// <summary>Something for where a payload is expected: a real one, one with a fault, or one of no sense at all.</summary>
    public byte[] Payload()
    {
        byte[] payload = payloads[random.Next(payloads.Count)];
        return random.Next(4) switch
        {
            0 => payload,
            1 => Bytes(payload),
            2 => Values.Elements[random.Next(Values.Elements.Count)],
            _ => [(byte)(0x90 | random.Next(4)), .. Values.Elements[random.Next(Values.Elements.Count)], .. random.Next(2) == 0 ? payload : []],
        };
    }

    /// <summary>Bytes changed, lost, doubled, or followed by others, as they come.</summary>
    public byte[] Bytes(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [(byte)random.Next(256)];
        }

        int at = random.Next(bytes.Length);
        switch (random.Next(7))
        {
            case 0:
                return [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]];
            case 1:
                return [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]];
            case 2:
                return [.. bytes[..at], .. bytes[(at + 1)..]];
            case 3:
                return [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]];
            case 4:
                return bytes[..at];
            case 5:
                return [.. bytes[..at], .. Values.Elements[random.Next(Values.Elements.Count)], .. bytes[(at + 1)..]];
            default:
                return [.. bytes, .. bytes[at..]];
        }
    }

    /// <summary>Exchanges one element for another of its type. Ids, method numbers and flags stay, since the rest hangs on them.</summary>
    public void Gently(FrameParts frame)
    {
        int first = frame.Kind == FrameKind.Call ? 3 : frame.Kind == FrameKind.Status ? 1 : frame.Kind is FrameKind.Ping or FrameKind.Pong ? 0 : 1;
        if (frame.Elements.Count <= first)
        {
            return;
        }

        int index = random.Next(3) == 0 ? random.Next(first, frame.Elements.Count) : frame.Elements.Count - 1;
        if (frame.Kind == FrameKind.Status && index == 2)
        {
            return;
        }

        byte[] element = frame.Elements[index];
        bool isHash = frame.Kind == FrameKind.Call && index < frame.Elements.Count - 1 && element.Length == 10;
        if (element[0] is 0xc4 or 0xc5 or 0xc6 && !isHash)
        {
            frame.Elements[index] = FrameParts.Binary(Payload());
        }
        else if (frame.NumberAt(index) is not null && frame.Kind is not (FrameKind.Credit or FrameKind.Hello))
        {
            frame.Elements[index] = FrameParts.Number(Math.Max(1, Values.Numbers[random.Next(Values.Numbers.Count)]));
        }
    }

    /// <summary>Exchanges, loses, doubles or adds an element, of whatever type.</summary>
    public void Wildly(FrameParts frame)
    {
        byte[] element = Values.Elements[random.Next(Values.Elements.Count)];
        int index = frame.Elements.Count == 0 ? 0 : random.Next(frame.Elements.Count);
        switch (frame.Elements.Count == 0 ? 0 : random.Next(5))
        {
            case 0:
                frame.Elements.Add(element);
                break;
            case 1:
                frame.Elements.RemoveAt(index);
                break;
            case 2:
                frame.Elements.Insert(index, frame.Elements[index]);
                break;
            default:
                frame.Elements[index] = element;
                break;
        }
    }
}
