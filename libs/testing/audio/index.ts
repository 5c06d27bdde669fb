/** Sounds made in memory, for tests: small files of the containers in which calls are recorded. */

const RATE = 8_000;

/** A tone as WAV: 8 kHz, one channel, 16 bits, so 16,000 bytes a second. `pitch` in Hz makes each its own. */
export function wav(seconds: number, pitch = 440): Uint8Array<ArrayBuffer> {
  const samples = Math.round(RATE * seconds);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i += 1)
    file.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * pitch * i) / RATE)), 44 + i * 2);
  return new Uint8Array(file);
}

/** Silence as MP3: frames of 1,152 samples at 44.1 kHz and 128 kbit/s. */
export function mp3(frames: number): Uint8Array<ArrayBuffer> {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return new Uint8Array(Buffer.concat(Array.from({ length: frames }, () => frame)));
}

/** Silence as Ogg with Opus, which counts in 48 kHz. */
export function opus(seconds: number): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(19);
  head.write('OpusHead');
  head.set([1, 1], 8);
  head.writeUInt32LE(48_000, 12);
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);
  const silence = Buffer.from([0xf8, 0xff, 0xfe]);
  const pages = [page(2, 0, 0, head), page(0, 0, 1, tags), page(4, 48_000 * seconds, 2, silence)];
  return new Uint8Array(Buffer.concat(pages));
}

/** A page of Ogg with one packet; its checksum is left out, since nothing here plays it. */
function page(flags: number, granule: number, sequence: number, packet: Buffer): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS');
  head.writeUInt8(flags, 5);
  head.writeBigUInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(7, 14);
  head.writeUInt32LE(sequence, 18);
  head.writeUInt8(1, 26);
  head.writeUInt8(packet.length, 27);
  return Buffer.concat([head, packet]);
}
