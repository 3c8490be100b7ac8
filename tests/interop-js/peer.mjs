// Opens a connection with a WebSocket that is not ours, and makes one call, by docs/protocol.md alone.
//   node peer.mjs ws|undici URL ORIGIN TEXT
// Prints what the server echoed, or how it refused. The root to trust comes by NODE_EXTRA_CA_CERTS.

import { decodeMulti, encode } from "@msgpack/msgpack";

const [library, url, origin, text] = process.argv.slice(2);
const subprotocol = "rpcwss.v1";
const HELLO = 0, CALL = 1, STATUS = 2, PING = 9, PONG = 10;
const VERSION = 1, CLIENT = 0, SERVER = 1, NAME = 2, PAYLOAD = 16, OK = 0;

// The minimums of docs/protocol.md#limits.
const limits = [32768, 131072, 65536, 65536, 16, 16, 8192, 64, 256, 65536, 16384, 0, 0];

const socket = await open();
let isOpen = false;
socket.binaryType = "arraybuffer";
socket.onopen = () => {
  if (socket.protocol !== subprotocol) {
    finish(1, `the server selected "${socket.protocol}"`);
  }
  isOpen = true;
  const hello = [HELLO, VERSION, CLIENT, limits, 0, `${library} of npm`];
  const call = [CALL, 1, 0, NAME, "Interop.IRemote/EchoAsync", new Uint8Array(8), encode([text])];
  socket.send(concatenate(encode(hello), encode(call)));
};
socket.onmessage = event => {
  for (const frame of decodeMulti(new Uint8Array(event.data))) {
    receive(frame);
  }
};
socket.onerror = event => finish(2, `refused: ${event.message ?? event.error?.message ?? "no reason given"}`);
socket.onclose = event => finish(isOpen ? 3 : 2, `closed with ${event.code}`);

function receive([kind, ...elements]) {
  if (kind === HELLO && (elements[0] !== VERSION || elements[1] !== SERVER)) {
    finish(1, `an unexpected HELLO: ${elements}`);
  } else if (kind === PING) {
    socket.send(encode([PONG, elements[0]]));
  } else if (kind === STATUS) {
    const [id, code, flags, payload] = elements;
    const isAnswer = id === 1 && code === OK && flags === PAYLOAD;
    finish(isAnswer ? 0 : 1, isAnswer ? [...decodeMulti(payload)][0] : `an unexpected STATUS: ${elements}`);
  }
}

async function open() {
  if (library === "ws") {
    const { WebSocket } = await import("ws");
    return new WebSocket(url, [subprotocol], { origin, perMessageDeflate: false });
  }

  const { WebSocket } = await import("undici");
  return new WebSocket(url, { protocols: [subprotocol], headers: { origin } });
}

function concatenate(...parts) {
  return Buffer.concat(parts.map(part => Buffer.from(part)));
}

function finish(code, words) {
  console.log(words);
  process.exit(code);
}
