// Decodes and re-encodes docs/vectors/frames.json with @msgpack/msgpack. Exit code 0 if every vector agrees, 1 if one does not.

import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { decode, decodeMulti, encode } from "@msgpack/msgpack";
import { fieldsOf, frameOf, isOptional, kindName } from "./frames.mjs";

const path = process.argv[2] ?? new URL("../../docs/vectors/frames.json", import.meta.url);
const vectors = JSON.parse(readFileSync(path, "utf8"));
const options = { useBigInt64: true };
let agreed = 0;
let failed = 0;

function check(name, verify) {
  try {
    const difference = verify();
    if (difference === null) {
      agreed++;
      return;
    }
    console.error(`${name}: ${difference}`);
  } catch (error) {
    console.error(`${name}: ${error}`);
  }
  failed++;
}

const same = (what, expected, actual) =>
  isDeepStrictEqual(expected, actual) ? null : `${what} differ\n  vector: ${JSON.stringify(expected)}\n  here:   ${JSON.stringify(actual)}`;

for (const { name, kind, hex, minimal, fields } of vectors.frames) {
  check(name, () => {
    const frame = decode(Buffer.from(hex, "hex"), options);
    const difference = same("kinds", kind, kindName(frame[0])) ?? same("fields", fields, fieldsOf(frame));
    if (difference !== null || !minimal) return difference;
    return same("bytes", hex, Buffer.from(encode(frameOf(kind, fields), options)).toString("hex"));
  });
}

for (const { name, hex, kinds, skipped } of vectors.messages) {
  check(name, () => {
    const all = [...decodeMulti(Buffer.from(hex, "hex"), options)].map((frame) => frame[0]);
    const known = all.filter((kind) => !isOptional(kind)).map(kindName);
    return same("kinds", kinds, known) ?? same("skipped frames", skipped, all.length - known.length);
  });
}

console.log(failed === 0 ? `${agreed} vectors agree` : `${failed} vectors differ, ${agreed} agree`);
process.exitCode = failed === 0 && agreed > 0 ? 0 : 1;
