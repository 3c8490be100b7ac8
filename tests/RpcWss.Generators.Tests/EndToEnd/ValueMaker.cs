using System.Reflection;
using MessagePack;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Makes a value of any type that a contract can send, null where the annotations allow it. Equal seeds give equal values.</summary>
internal sealed class ValueMaker(int seed)
{
    // Below this level whatever can be null or empty is.
    private const int Deep = 4;

    private readonly Random _random = new(seed);

    public Random Random => _random;

    public object? Make(Type type, Nulls nulls, int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return depth > Deep || _random.Next(4) == 0 ? null : Make(underlying, nulls, depth);
        }

        if (nulls.Allowed && !type.IsValueType && (depth > Deep || _random.Next(4) == 0))
        {
            return null;
        }

        return LeafValues.IsLeaf(type) && !type.IsDefined(typeof(MessagePackFormatterAttribute), false) ? LeafValues.Make(type, _random)
            : WireMember.IsData(type) || type.IsDefined(typeof(UnionAttribute), false) ? MakeData(type, depth + 1)
            : Shapes.IsTuple(type) || Shapes.IsPair(type) ? MakeTuple(type, nulls, depth)
            : Shapes.IsCollection(type) ? MakeCollection(type, nulls, depth + 1)
            : Shapes.IsGrouping(type) ? MakeGroup(type, nulls, depth)
            : Shapes.Is(type, typeof(Lazy<>)) ? MakeLazy(type, nulls, depth)
            : Activator.CreateInstance(type, nonPublic: true);
    }

    /// <summary>The items of a stream.</summary>
    public Array MakeItems(Type item, Nulls nulls, int most)
    {
        var items = Array.CreateInstance(item, _random.Next(most + 1));
        for (int index = 0; index < items.Length; index++)
        {
            items.SetValue(Make(item, nulls), index);
        }

        return items;
    }

    private object MakeLazy(Type type, Nulls nulls, int depth)
    {
        // Of a Lazy<bool> two constructors take a bool.
        var constructor = type.GetConstructors().Single(static made => made.GetParameters() is [{ Name: "value" }]);
        return constructor.Invoke([Make(type.GenericTypeArguments[0], nulls.Argument(0), depth)]);
    }

    private object? MakeTuple(Type type, Nulls nulls, int depth)
    {
        var arguments = type.GenericTypeArguments.Select((argument, index) => Make(argument, nulls.Argument(index), depth)).ToArray();
        return Activator.CreateInstance(type, arguments);
    }

    private object MakeGroup(Type type, Nulls nulls, int depth)
    {
        var (key, item) = (type.GenericTypeArguments[0], type.GenericTypeArguments[1]);
        var items = Array.CreateInstance(item, 1 + _random.Next(2));
        for (int index = 0; index < items.Length; index++)
        {
            items.SetValue(Make(item, nulls.Argument(1), depth), index);
        }

        return Collections.Group(key, item, Make(key, Nulls.None, depth), items);
    }

    private object MakeCollection(Type type, Nulls nulls, int depth)
    {
        var item = Shapes.ItemOf(type)!;
        int length = depth > Deep ? 0 : _random.Next(4);
        if (type.IsArray && type.GetArrayRank() is > 1 and var rank)
        {
            var grid = Array.CreateInstance(item, [.. Enumerable.Range(1, rank)]);
            foreach (int[] place in Places(rank))
            {
                grid.SetValue(Make(item, nulls.Element, depth), place);
            }

            return grid;
        }

        var items = Array.CreateInstance(item, length);
        for (int index = 0; index < length; index++)
        {
            items.SetValue(MakeItem(type, item, nulls, depth), index);
        }

        return type.IsArray ? items : Collections.From(type, items);
    }

    private object? MakeItem(Type type, Type item, Nulls nulls, int depth)
    {
        if (Shapes.IsMap(type))
        {
            return Activator.CreateInstance(item, Make(item.GenericTypeArguments[0], Nulls.None, depth), Make(item.GenericTypeArguments[1], nulls.Argument(1), depth));
        }

        // Hash sets and the like hold null, but sorted ones of the framework's do not all.
        return Make(item, Shapes.IsUnordered(type) ? Nulls.None : type.IsArray ? nulls.Element : nulls.Argument(0), depth);
    }

    private object MakeData(Type type, int depth)
    {
        var unions = type.GetCustomAttributes<UnionAttribute>(inherit: false).ToArray();
        if (unions.Length > 0)
        {
            return MakeData(unions[depth > Deep ? 0 : _random.Next(unions.Length)].SubType, depth);
        }

        var members = WireMember.Of(type);
        var constructor = Constructor(type, members);
        var parameters = constructor?.GetParameters() ?? [];
        object data = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. parameters.Select(parameter => Make(parameter.ParameterType, MemberOf(parameter, members) is { } member ? Nulls.Of(member) : Nulls.None, depth))]);
        foreach (var member in members)
        {
            if (member.CanSet && !Array.Exists(parameters, parameter => MemberOf(parameter, members) == member))
            {
                member.Set(data, Make(member.Type, Nulls.Of(member), depth));
            }
        }

        return data;
    }

    private static WireMember? MemberOf(ParameterInfo parameter, IEnumerable<WireMember> members) =>
        members.FirstOrDefault(member => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));

    private static ConstructorInfo? Constructor(Type type, IReadOnlyList<WireMember> members)
    {
        var all = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        return all.FirstOrDefault(static constructor => constructor.IsDefined(typeof(SerializationConstructorAttribute)))
            ?? all.Where(constructor => constructor.IsPublic && constructor.GetParameters().All(parameter => MemberOf(parameter, members) is not null))
                .MaxBy(static constructor => constructor.GetParameters().Length);
    }

    private static IEnumerable<int[]> Places(int rank)
    {
        // A grid of 1 × 2 × 3 …: every length differs.
        IEnumerable<int[]> places = [[]];
        for (int dimension = 0; dimension < rank; dimension++)
        {
            int length = dimension + 1;
            places = places.SelectMany(place => Enumerable.Range(0, length), static (place, index) => (int[])[.. place, index]).ToList();
        }

        return places;
    }
}
