using System.Collections;

namespace RpcWss.Generated;

/// <summary>A group that was read: what <see cref="IGrouping{TKey, TElement}"/> arrives as.</summary>
internal sealed class RpcGroup<TKey, TElement>(TKey key, IEnumerable<TElement> items) : IGrouping<TKey, TElement>
{
    public TKey Key => key;

    public IEnumerator<TElement> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
