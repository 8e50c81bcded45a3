namespace Lianzhi.Core.Records;

/// <summary>
/// The tree over all entries in the order of their positions (校验树), RFC 6962 §2.1 with SM3: leaves are entry
/// hashes (tag 00), nodes are hashed with tag 01. It needs only the roots of complete subtrees, so that a
/// proof over ten million entries reads some hundreds of hashes.
/// </summary>
/// <param name="hash">SM3.</param>
/// <param name="complete">Root of the complete subtree at a level and index: leaves <c>[index × 2^level, (index + 1) × 2^level)</c>; level 0 is a leaf.</param>
public sealed class MerkleTree(HashFunction hash, Func<int, long, byte[]> complete)
{
    /// <summary>A tree over leaves in memory.</summary>
    public static MerkleTree Of(IReadOnlyList<byte[]> leaves, HashFunction hash)
    {
        MerkleTree tree = null!;
        tree = new MerkleTree(hash, (level, index) => level == 0 ? leaves[(int)index] : Join(tree.Complete(level - 1, 2 * index), tree.Complete(level - 1, (2 * index) + 1), hash));
        return tree;
    }

    /// <summary>Hash of a node over its two children (tag 01).</summary>
    public static byte[] Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, HashFunction hash) => hash([0x01, .. left, .. right]);

    /// <summary>Root over the first entries.</summary>
    /// <param name="size">How many; at least 1.</param>
    public byte[] Root(long size) => Range(0, size);

    /// <summary>Proof that an entry is in the tree (包含证明): the sibling hashes from the leaf up.</summary>
    /// <param name="position">Position of the entry, from 0.</param>
    /// <param name="size">How many entries the tree has.</param>
    public IReadOnlyList<byte[]> Inclusion(long position, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, size);
        var path = new List<byte[]>();
        Walk(0, size);
        return path;

        void Walk(long start, long end)
        {
            if (end - start == 1) return;
            var middle = start + LeftOf(end - start);
            if (position < middle) Walk(start, middle);
            else Walk(middle, end);
            path.Add(position < middle ? Range(middle, end) : Range(start, middle));
        }
    }

    /// <summary>Proof that an earlier tree is the beginning of a later one (一致性证明).</summary>
    /// <param name="first">Size of the earlier tree; at least 1.</param>
    /// <param name="second">Size of the later tree; not smaller.</param>
    public IReadOnlyList<byte[]> Consistency(long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var path = new List<byte[]>();
        Walk(first, 0, second, known: true);
        return path;

        // Known: the subtree is the whole earlier tree, whose root the verifier has already.
        void Walk(long size, long start, long end, bool known)
        {
            if (size == end - start)
            {
                if (!known) path.Add(Range(start, end));
                return;
            }
            var left = LeftOf(end - start);
            if (size <= left)
            {
                Walk(size, start, start + left, known);
                path.Add(Range(start + left, end));
            }
            else
            {
                Walk(size - left, start + left, end, known: false);
                path.Add(Range(start, start + left));
            }
        }
    }

    /// <summary>Checks a proof of inclusion (RFC 9162 §2.1.3.2).</summary>
    /// <param name="leaf">Hash of the entry.</param>
    /// <param name="position">Its position, from 0.</param>
    /// <param name="size">Size of the tree.</param>
    /// <param name="path">The proof.</param>
    /// <param name="root">Root of the tree.</param>
    /// <param name="hash">SM3.</param>
    public static bool Includes(byte[] leaf, long position, long size, IReadOnlyList<byte[]> path, byte[] root, HashFunction hash)
    {
        if (position < 0 || position >= size) return false;
        var (here, last, node) = (position, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if ((here & 1) == 1 || here == last)
            {
                node = Join(sibling, node, hash);
                while ((here & 1) == 0 && here != 0) (here, last) = (here >> 1, last >> 1);
            }
            else
            {
                node = Join(node, sibling, hash);
            }
            (here, last) = (here >> 1, last >> 1);
        }
        return last == 0 && node.AsSpan().SequenceEqual(root);
    }

    /// <summary>Checks a proof of consistency (RFC 9162 §2.1.4.2).</summary>
    /// <param name="first">Size of the earlier tree.</param>
    /// <param name="firstRoot">Its root.</param>
    /// <param name="second">Size of the later tree.</param>
    /// <param name="secondRoot">Its root.</param>
    /// <param name="path">The proof.</param>
    /// <param name="hash">SM3.</param>
    public static bool Continues(long first, byte[] firstRoot, long second, byte[] secondRoot, IReadOnlyList<byte[]> path, HashFunction hash)
    {
        if (first < 1 || first > second) return false;
        if (first == second) return path.Count == 0 && firstRoot.AsSpan().SequenceEqual(secondRoot);
        var steps = new Queue<byte[]>(path);
        if (long.IsPow2(first)) steps = new Queue<byte[]>(path.Prepend(firstRoot));
        if (steps.Count == 0) return false;
        var (here, last) = (first - 1, second - 1);
        while ((here & 1) == 1) (here, last) = (here >> 1, last >> 1);
        var old = steps.Dequeue();
        var now = old;
        foreach (var sibling in steps)
        {
            if (last == 0) return false;
            if ((here & 1) == 1 || here == last)
            {
                (old, now) = (Join(sibling, old, hash), Join(sibling, now, hash));
                while ((here & 1) == 0 && here != 0) (here, last) = (here >> 1, last >> 1);
            }
            else
            {
                now = Join(now, sibling, hash);
            }
            (here, last) = (here >> 1, last >> 1);
        }
        return last == 0 && old.AsSpan().SequenceEqual(firstRoot) && now.AsSpan().SequenceEqual(secondRoot);
    }

    private byte[] Complete(int level, long index) => complete(level, index);

    // Start is a multiple of the largest power of two not above the length, as in every split of the RFC.
    private byte[] Range(long start, long end)
    {
        var length = end - start;
        if (long.IsPow2(length))
        {
            var level = System.Numerics.BitOperations.Log2((ulong)length);
            return complete(level, start >> level);
        }
        var middle = start + LeftOf(length);
        return Join(Range(start, middle), Range(middle, end), hash);
    }

    /// <summary>The largest power of two below a length of two or more.</summary>
    private static long LeftOf(long length) => 1L << System.Numerics.BitOperations.Log2((ulong)(length - 1));
}
