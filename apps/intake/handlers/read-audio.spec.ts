import { mp3, opus, wav } from '@reglament/testing/audio';
import { readAudio } from './read-audio.ts';

test.each([
  ['WAV', wav(3), { type: 'audio/wav', lengthMs: 3000 }],
  ['MP3', mp3(100), { type: 'audio/mpeg', lengthMs: 2612 }],
  ['Ogg with Opus', opus(4), { type: 'audio/ogg', lengthMs: 4000 }],
  ['WAV that is cut off', wav(3).subarray(0, 30), { type: 'audio/wav', lengthMs: null }],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), null],
  ['words', new TextEncoder().encode('I am a recording'), null],
  ['nothing', new Uint8Array(), null],
])('kuty 1.1: what %s is, is told from its bytes', async (_, bytes, audio) => {
  expect(await readAudio(bytes)).toEqual(audio);
});
