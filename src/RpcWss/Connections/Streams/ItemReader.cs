using System.Buffers;
using System.Runtime.CompilerServices;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Connections.Streams;

/// <summary>Decodes the items of a stream as they are asked for. Used by one consumer at a time.</summary>
internal sealed class ItemReader<T>(IStreamConsumerOwner owner, BatchReader batches, RpcResultReader<T> reader, CancellationToken cancellationToken) : IAsyncEnumerator<T>
{
    private ReadOnlySequence<byte> _rest;
    private long _length;
    private T _current = default!;
    private CancellationTokenRegistration _registration;
    private bool _isDisposed;

    public T Current => _current;

    public ValueTask<bool> MoveNextAsync()
    {
        if (_rest.Length > 0)
        {
            try
            {
                Decode();
                return new ValueTask<bool>(true);
            }
            catch (Exception error)
            {
                return ValueTask.FromException<bool>(error);
            }
        }

        return _isDisposed ? new ValueTask<bool>(false) : NextAsync();
    }

    public ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _rest = default;
            _registration.Dispose();
            batches.Finish();
            owner.Abandoned(batches.Receiver);
        }

        return default;
    }

    /// <summary>Takes what is there without waiting; false when nothing is.</summary>
    public bool TryRead(out T item)
    {
        while (_rest.Length == 0)
        {
            if (!batches.TryNext())
            {
                item = default!;
                return false;
            }

            Enter();
        }

        Decode();
        item = _current;
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> NextAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (cancellationToken.CanBeCanceled && _registration == default)
        {
            _registration = cancellationToken.UnsafeRegister(static (state, token) => ((BatchReader)state!).CancelWait(token), batches);
        }

        while (_rest.Length == 0)
        {
            if (!await batches.NextAsync().ConfigureAwait(false))
            {
                await owner.BeforeEnd(batches.Receiver).ConfigureAwait(false);
                return false;
            }

            Enter();
        }

        Decode();
        return true;
    }

    private void Enter()
    {
        _rest = batches.Current!.Bytes.AsSequence();
        _length = _rest.Length;
    }

    private void Decode()
    {
        try
        {
            var source = new MessagePackReader(_rest);
            _current = reader(ref source);
            _rest = _rest.Slice(source.Consumed);
        }
        catch (Exception error)
        {
            _rest = default;
            throw owner.ItemRejected(batches.Receiver, error);
        }

        if (_rest.Length > 0)
        {
            batches.Report(_length - _rest.Length);
        }
        else
        {
            batches.Finish();
        }
    }
}
