// Turns decoded MessagePack arrays into the fields of a test vector and back, written from docs/protocol.md alone.

const kinds = [
  "HELLO", "CALL", "STATUS", "CANCEL", "CHUNK", "HEADERS", "ITEM", "END", "CREDIT", "PING", "PONG", "GOAWAY", "AUTH", "ACK",
];
const limits = [
  ["maxFrame", 32768], ["maxMessage", 131072], ["maxPayload", 65536], ["maxUncreditedPayload", 65536], ["maxUnaryCalls", 16],
  ["maxStreamingCalls", 16], ["maxMetadataBytes", 8192], ["maxMetadataEntries", 64], ["maxMethodNames", 256],
  ["oneWayWindow", 65536], ["streamWindow", 16384], ["minPingInterval", 0], ["idleTimeout", 0],
];
const callFlags = ["DEADLINE", "NAME", "METADATA", "ONEWAY", "PARENT", "CREDIT", "KEY"];
const statusFlags = ["MESSAGE", "DETAIL", "TRAILERS", "NOT_EXECUTED", "PAYLOAD"];
const maxInt = 2147483647;
const maxDeadline = 2n ** 53n;

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const bytes = (text) => Uint8Array.from(Buffer.from(text, "hex"));
const wide = (value) => BigInt(value).toString();
const orNull = (value, map) => (value === undefined || value === null ? null : map(value));

// The library writes a number above 2^32 as a float, and a BigInt always in 8 bytes: each must be given its own.
const integer = (value) => (BigInt(value) > 0xffffffffn ? BigInt(value) : Number(value));
const code = (value) => (value > 16 ? 2 : Number(value));
const namesOf = (flags, all) => all.filter((_, bit) => (BigInt(flags) >> BigInt(bit)) & 1n);
const bitsOf = (names, all) => names.reduce((bits, name) => bits | (1 << all.indexOf(name)), 0);

function metadata(list) {
  const entries = [];
  for (let i = 0; i < list.length; i += 2) {
    const [key, value] = [list[i], list[i + 1]];
    entries.push(typeof value === "string" ? { key, text: value } : { key, binary: hex(value) });
  }
  return entries;
}

const metadataList = (entries) => entries.flatMap((entry) => [entry.key, "text" in entry ? entry.text : bytes(entry.binary)]);
const payload = (element) =>
  element instanceof Uint8Array ? { payload: hex(element), announced: null } : { payload: null, announced: wide(element) };
const payloadElement = (fields) => (fields.announced === null ? bytes(fields.payload) : integer(fields.announced));

const readers = {
  HELLO: ([version, role, announced, features, agent, session, resumeProof, expiresMs]) => ({
    version, role,
    limits: Object.fromEntries(limits.map(([name, least], i) =>
      [name, i < announced.length ? Number(BigInt(announced[i]) > BigInt(maxInt) ? maxInt : announced[i]) : least])),
    features: wide(features), agent: agent ?? null, session: orNull(session, hex), resumeProof: orNull(resumeProof, hex),
    ...(expiresMs == null ? {} : { expiresMs: wide(expiresMs) }),
  }),
  CALL: (body) => {
    const flags = namesOf(body[2], callFlags);
    let at = 3;
    const next = (flag, map) => (flags.includes(flag) ? map(body[at++]) : null);
    return {
      id: wide(body[0]), method: body[1], flags,
      deadlineMs: next("DEADLINE", (v) => wide(BigInt(v) > maxDeadline ? maxDeadline : v)),
      name: next("NAME", (v) => v), hash: next("NAME", hex), metadata: next("METADATA", metadata),
      parent: next("PARENT", wide), credit: next("CREDIT", Number), key: next("KEY", hex),
      ...payload(body.at(-1)),
    };
  },
  STATUS: (body) => {
    const flags = namesOf(body[2], statusFlags);
    let at = 3;
    const next = (flag, map) => (flags.includes(flag) ? map(body[at++]) : null);
    return {
      id: wide(body[0]), code: code(body[1]), flags,
      message: next("MESSAGE", (v) => v), detail: next("DETAIL", hex), trailers: next("TRAILERS", metadata),
      payload: flags.includes("PAYLOAD") ? hex(body.at(-1)) : null,
    };
  },
  CANCEL: ([id, why, stream]) => ({ id: wide(id), code: code(why), stream: stream ?? null }),
  CHUNK: ([id, stream, content]) => ({ id: wide(id), stream, bytes: hex(content) }),
  HEADERS: ([id, list]) => ({ id: wide(id), metadata: metadata(list) }),
  ITEM: ([id, stream, element, stalled]) => ({ id: wide(id), stream, ...payload(element), ...(stalled ? { stalled: true } : {}) }),
  END: ([id, stream, why, message]) => ({ id: wide(id), stream, code: code(why ?? 0), message: message ?? null }),
  CREDIT: ([id, stream, count]) => ({ id: wide(id), stream, bytes: count }),
  PING: ([value]) => ({ value: wide(value) }),
  PONG: ([value]) => ({ value: wide(value) }),
  GOAWAY: ([lastId, why, reason, drain]) => ({ lastId: wide(lastId), code: why, reason, drainMs: wide(drain) }),
  AUTH: ([first, second, third]) =>
    typeof first === "string"
      ? { scheme: first, token: second }
      : { code: code(first), message: second ?? null, expiresMs: orNull(third, wide) },
  ACK: ([count]) => ({ count: wide(count) }),
};

const writers = {
  HELLO: (f) => [f.version, f.role, limits.map(([name]) => f.limits[name]), integer(f.features), f.agent, orNull(f.session, bytes),
    orNull(f.resumeProof, bytes), ...("expiresMs" in f ? [integer(f.expiresMs)] : [])],
  CALL: (f) => {
    const body = [integer(f.id), f.method, bitsOf(f.flags, callFlags)];
    if (f.deadlineMs !== null) body.push(integer(f.deadlineMs));
    if (f.name !== null) body.push(f.name, bytes(f.hash));
    if (f.metadata !== null) body.push(metadataList(f.metadata));
    if (f.parent !== null) body.push(integer(f.parent));
    if (f.credit !== null) body.push(f.credit);
    if (f.key !== null) body.push(bytes(f.key));
    return [...body, payloadElement(f)];
  },
  STATUS: (f) => {
    const body = [integer(f.id), f.code, bitsOf(f.flags, statusFlags)];
    if (f.message !== null) body.push(f.message);
    if (f.detail !== null) body.push(bytes(f.detail));
    if (f.trailers !== null) body.push(metadataList(f.trailers));
    if (f.payload !== null) body.push(bytes(f.payload));
    return body;
  },
  CANCEL: (f) => (f.stream === null ? [integer(f.id), f.code] : [integer(f.id), f.code, f.stream]),
  CHUNK: (f) => [integer(f.id), f.stream, bytes(f.bytes)],
  HEADERS: (f) => [integer(f.id), metadataList(f.metadata)],
  ITEM: (f) => [integer(f.id), f.stream, payloadElement(f), ...(f.stalled ? [1] : [])],
  END: (f) => [integer(f.id), f.stream, ...(f.code === 0 ? [] : [f.code]), ...(f.message === null ? [] : [f.message])],
  CREDIT: (f) => [integer(f.id), f.stream, f.bytes],
  PING: (f) => [integer(f.value)],
  PONG: (f) => [integer(f.value)],
  GOAWAY: (f) => [integer(f.lastId), f.code, f.reason, integer(f.drainMs)],
  AUTH: (f) => ("scheme" in f ? [f.scheme, f.token] : [f.code, f.message, orNull(f.expiresMs, integer)]),
  ACK: (f) => [integer(f.count)],
};

export const kindName = (kind) => kinds[Number(kind)];
export const isOptional = (kind) => kind >= 64 && kind <= 127;
export const fieldsOf = ([kind, ...body]) => readers[kindName(kind)](body);
export const frameOf = (kind, fields) => [kinds.indexOf(kind), ...writers[kind](fields)];
