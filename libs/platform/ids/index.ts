import { randomFillSync } from 'node:crypto';

const bytes = new Uint8Array(16);
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
let lastMillis = 0;
let sequence = 0;

/**
 * A UUID of version 7 (RFC 9562): sorts by the moment it was made, so indexes grow at one end.
 * The moment is the machine's own, for sorting only; no rule reads it. Ids made by one process never sort backwards.
 */
export function newId(): string {
  randomFillSync(bytes);
  const millis = Math.max(Date.now(), lastMillis);
  sequence = millis === lastMillis ? sequence + 1 : ((byteAt(6) & 0x07) << 8) | byteAt(7);
  lastMillis = millis;
  if (sequence > 0xfff) {
    lastMillis += 1;
    sequence = 0;
  }
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(lastMillis / 2 ** (40 - 8 * index)) & 0xff;
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = (byteAt(8) & 0x3f) | 0x80;
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += hex[byteAt(index)];
  }
  return text;
}

const byteAt = (index: number): number => bytes[index] ?? 0;
