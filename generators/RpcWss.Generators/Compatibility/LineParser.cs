using RpcWss.Generators.Model;

namespace RpcWss.Generators.Compatibility;

/// <summary>Reads lines of a baseline.</summary>
internal static class LineParser
{
    private const string Blank = " ";

    /// <summary>Types nest as deep as data may.</summary>
    private const int MaximumDepth = 64;

    /// <summary>The line of a text; null with the reason when there is none that is written so.</summary>
    public static WireLine? Parse(string text, out string reason)
    {
        try
        {
            reason = "";
            var cursor = new LineCursor(text);
            var line = cursor.Take("contract ") ? new WireContract(cursor.Until(Blank, "a name"))
                : cursor.Take("method ") ? Method(cursor)
                : cursor.Take("data ") ? Data(cursor, isRemoved: false)
                : cursor.Take("removed ") ? Data(cursor, isRemoved: true)
                : throw cursor.Unexpected("'contract', 'method', 'data', 'removed' or '#'");
            cursor.RequireEnd();
            return line;
        }
        catch (FormatException error)
        {
            reason = error.Message;
            return null;
        }
    }

    private static WireMethod Method(LineCursor cursor)
    {
        string contract = cursor.Until("/ ", "the name of a contract");
        cursor.Require("/");
        string name = cursor.Until(Blank, "the name of a method");
        cursor.Require(" (");
        var parameters = new List<WireParameter>();
        while (!cursor.Take(")"))
        {
            Separate(cursor, parameters.Count);
            string parameter = Named(cursor);
            var type = Type(cursor, 0);
            parameters.Add(new WireParameter(parameter, type, cursor.Take(" optional")));
        }

        var streams = new List<WireStream>();
        if (cursor.Take(" <"))
        {
            while (streams.Count == 0 || !cursor.Take(">"))
            {
                Separate(cursor, streams.Count);
                string stream = Named(cursor);
                var flow = Flow(cursor);
                if (flow.Kind is FlowKind.Void or FlowKind.OneWay or FlowKind.Value)
                {
                    throw cursor.Unexpected("'items', 'bytes' or 'progress'");
                }

                streams.Add(new WireStream(stream, flow));
            }
        }

        cursor.Require(" -> ");
        var result = Flow(cursor);
        return result.Kind == FlowKind.Progress
            ? throw cursor.Unexpected("a result, which is never 'progress',")
            : new WireMethod(contract, name, new(parameters), new(streams), result);
    }

    private static WireLine Data(LineCursor cursor, bool isRemoved)
    {
        string name = cursor.TypeName();
        if (!isRemoved && cursor.Take(Blank))
        {
            return new WireData(name, Form(cursor));
        }

        cursor.Require("[");
        var key = cursor.Key();
        cursor.Require("]");
        string member = cursor.Take(Blank) ? cursor.Until(": ", "the name of a member") : "";
        cursor.Require(": ");
        return new WireMember(name, key, member, Type(cursor, 0), isRemoved);
    }

    private static DataForm Form(LineCursor cursor) =>
        cursor.Take("array") ? DataForm.Array
        : cursor.Take("map") ? DataForm.Map
        : cursor.Take("union") ? DataForm.Union
        : throw cursor.Unexpected("'array', 'map' or 'union'");

    private static WireFlow Flow(LineCursor cursor)
    {
        if (cursor.Take("items "))
        {
            return new WireFlow(FlowKind.Items, Type(cursor, 0));
        }

        if (cursor.Take("progress "))
        {
            return new WireFlow(FlowKind.Progress, Type(cursor, 0));
        }

        var type = Type(cursor, 0, allowWords: true);
        return type.Name switch
        {
            "void" => new WireFlow(FlowKind.Void, null),
            "oneway" => new WireFlow(FlowKind.OneWay, null),
            "bytes" => new WireFlow(FlowKind.Bytes, null),
            _ => new WireFlow(FlowKind.Value, type),
        };
    }

    private static WireType Type(LineCursor cursor, int depth, bool allowWords = false)
    {
        if (depth == MaximumDepth)
        {
            throw cursor.Unexpected($"a type that nests at most {MaximumDepth} deep");
        }

        var type = cursor.Take("[") ? Row(cursor, depth)
            : cursor.Take("{") ? Map(cursor, depth)
            : cursor.Take("(") ? Tuple(cursor, depth)
            : Named(cursor.TypeName(), cursor, allowWords);
        return cursor.Take("?") ? type with { AcceptsNil = true } : type;
    }

    private static WireType Row(LineCursor cursor, int depth)
    {
        int commas = 0;
        while (cursor.Take(","))
        {
            commas++;
        }

        var item = Type(cursor, depth + 1);
        cursor.Require("]");
        return WireType.Of(commas == 0 ? WireForm.Sequence : WireForm.Grid, [item], commas == 0 ? 0 : commas + 1);
    }

    private static WireType Map(LineCursor cursor, int depth)
    {
        var key = Type(cursor, depth + 1);
        cursor.Require(": ");
        var value = Type(cursor, depth + 1);
        cursor.Require("}");
        return WireType.Of(WireForm.Map, [key, value]);
    }

    private static WireType Tuple(LineCursor cursor, int depth)
    {
        var items = new List<WireType>();
        while (!cursor.Take(")"))
        {
            Separate(cursor, items.Count);
            items.Add(Type(cursor, depth + 1));
        }

        return WireType.Of(WireForm.Tuple, items);
    }

    private static WireType Named(string name, LineCursor cursor, bool allowWords) =>
        name == "custom" ? WireType.Of(WireForm.Custom, [])
        : LeafNames.Contains(name) ? WireType.Leaf(name)
        : WireWords.IsReserved(name) && !allowWords ? throw cursor.Unexpected($"a type instead of '{name}'")
        : WireType.Data(name);

    private static string Named(LineCursor cursor)
    {
        string name = cursor.Until(": ", "a name");
        cursor.Require(": ");
        return name;
    }

    private static void Separate(LineCursor cursor, int count)
    {
        if (count > 0)
        {
            cursor.Require(", ");
        }
    }
}
