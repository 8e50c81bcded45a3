#!/usr/bin/env node
// A second verifier of exported records, written from record-format.md alone: Node.js, no packages, no network.
//   node verify-record.mjs RECORD [--key FINGERPRINT] [--heads FILE]
// Exit status 0: all holds; 1: names the first entry or the part that does not; 2: the file cannot be read.
import { readFileSync } from 'node:fs';

// ---- SM3 (GB/T 32905) ---------------------------------------------------------------------------------
const rotate = (x, n) => ((x << n) | (x >>> (32 - n))) >>> 0;
function sm3(...parts) {
  const message = Buffer.concat(parts);
  const padded = Buffer.alloc(Math.ceil((message.length + 9) / 64) * 64);
  message.copy(padded);
  padded[message.length] = 0x80;
  padded.writeBigUInt64BE(BigInt(message.length) * 8n, padded.length - 8);
  let v = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
  const w = new Uint32Array(68);
  for (let block = 0; block < padded.length; block += 64) {
    for (let j = 0; j < 16; j++) w[j] = padded.readUInt32BE(block + 4 * j);
    for (let j = 16; j < 68; j++) {
      const x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15);
      w[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6];
    }
    let [a, b, c, d, e, f, g, h] = v;
    for (let j = 0; j < 64; j++) {
      const twelve = rotate(a, 12);
      const one = rotate((twelve + e + rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32)) >>> 0, 7);
      const two = one ^ twelve;
      const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
      const t1 = (ff + d + two + (w[j] ^ w[j + 4])) >>> 0;
      const t2 = (gg + h + one + w[j]) >>> 0;
      [a, b, c, d] = [t1, a, rotate(b, 9), c];
      [e, f, g, h] = [(t2 ^ rotate(t2, 9) ^ rotate(t2, 17)) >>> 0, e, rotate(f, 19), g];
    }
    v = [a, b, c, d, e, f, g, h].map((x, i) => (x ^ v[i]) >>> 0);
  }
  const digest = Buffer.alloc(32);
  v.forEach((x, i) => digest.writeUInt32BE(x, 4 * i));
  return digest;
}

// ---- SM2 signatures (GB/T 32918.2) on sm2p256v1 -----------------------------------------------------------
const big = (bytes) => BigInt('0x' + (Buffer.from(bytes).toString('hex') || '0'));
const bytes32 = (n) => Buffer.from(n.toString(16).padStart(64, '0'), 'hex');
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const G = [0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n, 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n];
const mod = (x, m) => ((x % m) + m) % m;
function inverse(x, m) {
  let [a, b, u, v] = [mod(x, m), m, 1n, 0n];
  while (a > 1n) [a, b, u, v] = [b % a, a, v - (b / a) * u, u];
  return mod(u, m);
}
function plus(p, q) {
  if (!p) return q;
  if (!q) return p;
  if (p[0] === q[0] && mod(p[1] + q[1], P) === 0n) return null;
  const slope = p[0] === q[0] ? mod((3n * p[0] * p[0] + A) * inverse(2n * p[1], P), P) : mod((q[1] - p[1]) * inverse(mod(q[0] - p[0], P), P), P);
  const x = mod(slope * slope - p[0] - q[0], P);
  return [x, mod(slope * (p[0] - x) - p[1], P)];
}
function times(n, p) {
  let sum = null;
  for (; n > 0n; n >>= 1n, p = plus(p, p)) if (n & 1n) sum = plus(sum, p);
  return sum;
}
function signed(publicKey, message, signature) {
  const [key, raw] = [Buffer.from(publicKey, 'hex'), Buffer.from(signature, 'hex')];
  if (key.length !== 65 || key[0] !== 4 || raw.length !== 64) return false;
  const q = [big(key.subarray(1, 33)), big(key.subarray(33))];
  if (q[0] >= P || q[1] >= P || mod(q[1] * q[1] - q[0] ** 3n - A * q[0] - B, P) !== 0n) return false;
  const z = sm3(Buffer.from([0x00, 0x80]), Buffer.from('1234567812345678'), ...[A, B, ...G, ...q].map(bytes32));
  const e = big(sm3(z, message));
  const [r, s] = [big(raw.subarray(0, 32)), big(raw.subarray(32))];
  if (r < 1n || r >= N || s < 1n || s >= N) return false;
  const t = mod(r + s, N);
  if (t === 0n) return false;
  const point = plus(times(s, G), times(t, q));
  return point !== null && mod(e + point[0], N) === r;
}

// ---- Canonical text ---------------------------------------------------------------------------------------
const quote = (text) => '"' + text.replace(/["\\]/g, '\\$&').replace(/[\u0000-\u001f]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')) + '"';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const date = /^\d{4}-\d\d-\d\d$/;
const is = {
  text: (v) => typeof v === 'string',
  number: (v) => Number.isSafeInteger(v),
  yesNo: (v) => v === 0 || v === 1,
  instant: (v) => typeof v === 'string' && instant.test(v) && !Number.isNaN(Date.parse(v)),
  date: (v) => typeof v === 'string' && date.test(v) && !Number.isNaN(Date.parse(v)),
  hex: (digits) => (v) => typeof v === 'string' && v.length === digits && /^[0-9a-f]*$/.test(v),
};
/** Writes a value in the one spelling of its shape: 'member?' may be left out. Throws what is wrong. */
function write(value, shape) {
  if (typeof shape === 'function') {
    if (!shape(value)) throw new Error('值的写法不对');
    return typeof value === 'string' ? quote(value) : String(value);
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) throw new Error('应为列表');
    return '[' + value.map((item) => write(item, shape[0])).join(',') + ']';
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('应为对象');
  const known = Object.keys(shape).map((name) => name.replace('?', ''));
  if (Object.keys(value).some((name) => !known.includes(name))) throw new Error('有多余的成员');
  const members = [];
  for (const [name, inner] of Object.entries(shape)) {
    const plain = name.replace('?', '');
    if (value[plain] === undefined && name.endsWith('?')) continue;
    members.push(quote(plain) + ':' + write(value[plain], inner));
  }
  return '{' + members.join(',') + '}';
}
const only = (text) => (v) => v === text;
const digest = is.hex(64);
const entryShape = (field) => ({
  format: only('lianzhi-entry-1'), stream: is.text, number: is.number, type: is.text, schema: (v) => is.number(v) && v >= 1, recordedAt: is.instant,
  actor: is.text, useCase: is.text, demo: is.yesNo, previous: digest, fields: [field],
});
const entry = entryShape({ path: is.text, commitment: digest });
const item = entryShape({ path: is.text, commitment: digest, 'salt?': is.hex(32), 'value?': is.text });
const headMembers = { format: only('lianzhi-head-1'), 'day?': is.date, size: is.number, root: digest, at: is.instant, demo: is.yesNo, key: digest };
const head = { ...headMembers, signature: is.hex(128) };
const proof = { position: is.number, inclusion: [digest], 'anchor?': { size: is.number, root: digest }, 'consistency?': [digest] };
const keyMembers = { format: only('lianzhi-key-1'), publicKey: is.hex(130), fingerprint: digest, at: is.instant, 'previous?': digest };
const record = { format: only('lianzhi-record-1'), isWhole: (v) => typeof v === 'boolean', items: [item], head, proof, key: { publicKey: is.hex(130), fingerprint: digest } };
const list = { format: only('lianzhi-heads-1'), keys: [{ ...keyMembers, 'endorsement?': is.hex(128) }], items: [head], consistency: [[digest]] };

// ---- Tree (RFC 6962 §2.1, RFC 9162 §2.1.3.2 and §2.1.4.2) -----------------------------------------------
const join = (left, right) => sm3(Buffer.from([1]), left, right);
const raw = (hex) => Buffer.from(hex, 'hex');
function climb(here, last, steps, right, both) {
  for (const step of steps) {
    if (last === 0) return false;
    if (here % 2 === 1 || here === last) {
      both(step);
      while (here % 2 === 0 && here !== 0) [here, last] = [Math.floor(here / 2), Math.floor(last / 2)];
    } else right(step);
    [here, last] = [Math.floor(here / 2), Math.floor(last / 2)];
  }
  return last === 0;
}
function includes(leaf, position, size, path, root) {
  if (position < 0 || position >= size) return false;
  let node = leaf;
  return climb(position, size - 1, path.map(raw), (s) => { node = join(node, s); }, (s) => { node = join(s, node); }) && node.equals(raw(root));
}
function continues(first, second, path) {
  if (first.size < 1 || first.size > second.size) return false;
  if (first.size === second.size) return path.length === 0 && first.root === second.root;
  const steps = path.map(raw);
  if (Number.isInteger(Math.log2(first.size))) steps.unshift(raw(first.root));
  if (steps.length === 0) return false;
  let [here, last] = [first.size - 1, second.size - 1];
  while (here % 2 === 1) [here, last] = [Math.floor(here / 2), Math.floor(last / 2)];
  let old = steps.shift();
  let now = old;
  return climb(here, last, steps, (s) => { now = join(now, s); }, (s) => { [old, now] = [join(s, old), join(s, now)]; })
    && old.equals(raw(first.root)) && now.equals(raw(second.root));
}

// ---- The check --------------------------------------------------------------------------------------------
class Broken extends Error { constructor(part, why) { super(why); this.part = part; } }
class Unreadable extends Error {}

/** Reads a canonical file; text that is not canonical is laid to the part where it first differs. */
function read(path, shape, format) {
  const bytes = readFileSync(path);
  if (!bytes.subarray(0, format.length + 13).equals(Buffer.from(`{"format":"${format}",`))) throw new Unreadable('不是这种文件');
  let value, canonical;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    canonical = Buffer.from(write(value, shape));
  } catch (fault) {
    throw new Broken('file', `不是规范序列化的内容：${fault.message}`);
  }
  if (!canonical.equals(bytes)) throw new Broken('file', '不是规范序列化的内容');
  return value;
}

function checkEntries(items) {
  let [previous, stream, last] = ['0'.repeat(64), null, ''];
  items.forEach((it, i) => {
    const at = `entry ${i + 1}`;
    const stored = { ...it, fields: it.fields.map(({ path, commitment }) => ({ path, commitment })) };
    if (stream !== null && it.stream !== stream) throw new Broken(at, '条目属于另一条记录');
    if (it.number !== i + 1) throw new Broken(at, `序号应为 ${i + 1}`);
    if (it.previous !== previous) throw new Broken(at, '与上一条的摘要不符');
    if (it.recordedAt < last) throw new Broken(at, '记录时间早于上一条');
    for (const field of it.fields) {
      if (field.salt === undefined && field.value === undefined) continue;
      if (field.salt === undefined || field.value === undefined) throw new Broken(at, `字段“${field.path}”只删了一半`);
      const commitment = sm3(Buffer.from([2]), raw(field.salt), Buffer.from(field.path), Buffer.from([0]), Buffer.from(field.value));
      if (commitment.toString('hex') !== field.commitment) throw new Broken(at, `字段“${field.path}”的内容与条目不符`);
    }
    [stream, last, previous] = [it.stream, it.recordedAt, sm3(Buffer.from([0]), Buffer.from(write(stored, entry))).toString('hex')];
  });
  if (stream === null) throw new Broken('entry 1', '没有条目');
  return previous;
}

const message = (value, members) => Buffer.from(write(Object.fromEntries(Object.entries(value).filter(([name]) => name in members || name + '?' in members)), members));
const fingerprint = (publicKey) => sm3(raw(publicKey)).toString('hex');

function checkList(heads) {
  heads.items.forEach((it, i) => {
    const key = heads.keys.find((k) => k.fingerprint === it.key);
    if (!key || fingerprint(key.publicKey) !== it.key || !signed(key.publicKey, message(it, headMembers), it.signature)) throw new Broken('head', `清单中 ${it.day} 的签名不成立`);
    if (i > 0 && !(heads.items[i - 1].day < it.day && continues(heads.items[i - 1], it, heads.consistency[i - 1] ?? []))) throw new Broken('head', `清单中 ${it.day} 不是由前一日延续而来`);
  });
}

function handsOver(heads, from, to) {
  let giver = heads?.keys.find((k) => k.fingerprint === from && fingerprint(k.publicKey) === from);
  while (giver && giver.fingerprint !== to) {
    const old = giver;
    giver = heads.keys.find((k) => k.previous === old.fingerprint && k.endorsement && fingerprint(k.publicKey) === k.fingerprint && signed(old.publicKey, message(k, keyMembers), k.endorsement));
  }
  return Boolean(giver);
}

function verify(file, trustedKey, headsFile) {
  const heads = headsFile ? read(headsFile, list, 'lianzhi-heads-1') : null;
  const it = read(file, record, 'lianzhi-record-1');
  const leaf = checkEntries(it.items);
  if (fingerprint(it.key.publicKey) !== it.key.fingerprint) throw new Broken('key', '指纹与公钥不符');
  if (it.head.key !== it.key.fingerprint || !signed(it.key.publicKey, message(it.head, headMembers), it.head.signature)) throw new Broken('head', '签名不成立');
  if (trustedKey && trustedKey !== it.key.fingerprint && !handsOver(heads, trustedKey, it.key.fingerprint)) throw new Broken('key', '不是所给的公钥');
  if (!includes(raw(leaf), it.proof.position, it.head.size, it.proof.inclusion, it.head.root)) throw new Broken('proof', '最后一条不能由证明推得校验值');
  if (it.proof.anchor && !continues(it.proof.anchor, it.head, it.proof.consistency ?? [])) throw new Broken('proof', '校验值不是由所列的当日校验值延续而来');
  if (!it.isWhole) throw new Broken('file', '导出平台自查未通过');
  if (heads) {
    checkList(heads);
    if (!heads.items.some((h) => write(h, head) === write(it.head, head))) {
      const anchor = it.head.day === undefined && heads.items.some((h) => h.size === it.proof.anchor?.size && h.root === it.proof.anchor.root);
      if (!anchor) throw new Broken('head', '公布的清单中没有这个校验值');
    }
  }
  return it;
}

const options = process.argv.slice(2);
const option = (name) => { const at = options.indexOf(name); return at < 0 ? null : options.splice(at, 2)[1]; };
const [trustedKey, headsFile] = [option('--key')?.toLowerCase() ?? null, option('--heads')];
try {
  const it = verify(options[0], trustedKey, headsFile);
  console.log(`核验通过：${it.items[0].stream}，${it.items.length} 条，校验值 ${it.head.root}，公钥指纹 ${it.key.fingerprint}${trustedKey ? '' : '（取自文件自身）'}`);
} catch (fault) {
  if (fault instanceof Broken) {
    console.log(`核验未通过：${fault.part}：${fault.message}`);
    process.exitCode = 1;
  } else if (fault instanceof Unreadable || fault.code) {
    console.error(`文件不能读取：${fault.message}`);
    process.exitCode = 2;
  } else throw fault;
}
