using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>The items in reverse order, in their own array: what is pushed in that order comes out in theirs.</summary>
    public static T[] Reversed<T>(T[] items)
    {
        Array.Reverse(items);
        return items;
    }

    /// <summary>Arranges items in two dimensions.</summary>
    /// <exception cref="MessagePackSerializationException">There are more or fewer items than places.</exception>
    public static T[,] Grid<T>(T[] items, int length0, int length1)
    {
        RequirePlaces(items.Length, length0, length1, 1, 1);
        var grid = new T[length0, length1];
        for (int next = 0; next < items.Length; next++)
        {
            grid[next / length1, next % length1] = items[next];
        }

        return grid;
    }

    /// <summary>Arranges items in three dimensions.</summary>
    /// <exception cref="MessagePackSerializationException">There are more or fewer items than places.</exception>
    public static T[,,] Grid<T>(T[] items, int length0, int length1, int length2)
    {
        RequirePlaces(items.Length, length0, length1, length2, 1);
        var grid = new T[length0, length1, length2];
        for (int next = 0; next < items.Length; next++)
        {
            grid[next / length2 / length1, next / length2 % length1, next % length2] = items[next];
        }

        return grid;
    }

    /// <summary>Arranges items in four dimensions.</summary>
    /// <exception cref="MessagePackSerializationException">There are more or fewer items than places.</exception>
    public static T[,,,] Grid<T>(T[] items, int length0, int length1, int length2, int length3)
    {
        RequirePlaces(items.Length, length0, length1, length2, length3);
        var grid = new T[length0, length1, length2, length3];
        for (int next = 0; next < items.Length; next++)
        {
            grid[next / length3 / length2 / length1, next / length3 / length2 % length1, next / length3 % length2, next % length3] = items[next];
        }

        return grid;
    }

    private static void RequirePlaces(int items, int length0, int length1, int length2, int length3)
    {
        Int128 places = length0 < 0 || length1 < 0 || length2 < 0 || length3 < 0 ? -1 : (Int128)length0 * length1 * length2 * length3;
        if (places != items)
        {
            throw new MessagePackSerializationException($"An array of several dimensions has {places} places; {items} items arrived.");
        }
    }
}
