using System.Security.Cryptography;
using CsCheck;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Tests.Records;

/// <summary>The tree against the recursive definitions of RFC 6962 §2.1, written out without any cleverness.</summary>
public class MerkleTreeTests
{
    private static readonly HashFunction Hash = bytes => SHA256.HashData(bytes);

    private static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => Hash([0, (byte)i, (byte)(i >> 8)]))];

    private static byte[] NaiveRoot(byte[][] leaves) => leaves.Length == 1
        ? leaves[0]
        : Hash([1, .. NaiveRoot(leaves[..Split(leaves.Length)]), .. NaiveRoot(leaves[Split(leaves.Length)..])]);

    private static byte[][] NaivePath(int m, byte[][] leaves)
    {
        if (leaves.Length == 1) return [];
        var k = Split(leaves.Length);
        return m < k ? [.. NaivePath(m, leaves[..k]), NaiveRoot(leaves[k..])] : [.. NaivePath(m - k, leaves[k..]), NaiveRoot(leaves[..k])];
    }

    private static byte[][] NaiveProof(int m, byte[][] leaves, bool whole)
    {
        if (m == leaves.Length) return whole ? [] : [NaiveRoot(leaves)];
        var k = Split(leaves.Length);
        return m <= k
            ? [.. NaiveProof(m, leaves[..k], whole), NaiveRoot(leaves[k..])]
            : [.. NaiveProof(m - k, leaves[k..], false), NaiveRoot(leaves[..k])];
    }

    private static int Split(int count)
    {
        var k = 1;
        while (k * 2 < count) k *= 2;
        return k;
    }

    [Fact]
    public void Proofs_AnySizes_EqualTheDefinitionsAndHold() =>
        Gen.Select(Gen.Int[1, 700], Gen.Int[0, 9999], Gen.Int[0, 9999]).Sample((size, one, two) =>
        {
            var leaves = Leaves(size);
            var tree = MerkleTree.Of(leaves, Hash);
            var root = tree.Root(size);
            Assert.Equal(NaiveRoot(leaves), root);
            var position = one % size;
            var path = tree.Inclusion(position, size);
            Assert.Equal(NaivePath(position, leaves), path);
            Assert.True(MerkleTree.Includes(leaves[position], position, size, path, root, Hash));
            var first = (two % size) + 1;
            var proof = tree.Consistency(first, size);
            Assert.Equal(NaiveProof(first, leaves, true), proof);
            Assert.True(MerkleTree.Continues(first, NaiveRoot(leaves[..first]), size, root, proof, Hash));
        }, iter: 400);

    [Fact]
    public void Proofs_AnythingChanged_DoNotHold() =>
        Gen.Select(Gen.Int[2, 300], Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Byte[1, 255]).Sample((size, one, two, flip) =>
        {
            var leaves = Leaves(size);
            var tree = MerkleTree.Of(leaves, Hash);
            var root = tree.Root(size);
            var position = one % size;
            var path = tree.Inclusion(position, size).Select(step => (byte[])step.Clone()).ToList();
            Assert.False(MerkleTree.Includes(leaves[(position + 1) % size], position, size, path, root, Hash));
            Assert.False(MerkleTree.Includes(leaves[position], (position + 1) % size, size, path, root, Hash));
            Assert.False(MerkleTree.Includes(leaves[position], position, size, [.. path, root], root, Hash));
            path[two % path.Count][two % 32] ^= flip;
            Assert.False(MerkleTree.Includes(leaves[position], position, size, path, root, Hash));
            var first = (two % size) + 1;
            var proof = tree.Consistency(first, size);
            var other = NaiveRoot(Leaves(size + 1)[1..][..first]);
            Assert.False(MerkleTree.Continues(first, other, size, root, proof, Hash));
            if (proof.Count > 0) Assert.False(MerkleTree.Continues(first, NaiveRoot(leaves[..first]), size, root, [.. proof.Skip(1)], Hash));
        }, iter: 400);
}
