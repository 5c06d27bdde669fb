// Audio recordings of calls: kept with the request, played to its staff, named in the trail.
import { opus, wav } from '@reglament/testing/audio';
import { soon } from './bench.ts';
import { bench, file, hotline } from './eastern.ts';

interface Call {
  readonly callId: string;
  readonly direction: string;
  readonly outcome: string | null;
  readonly recordings: readonly {
    readonly recordingId: string;
    readonly name: string;
    readonly lengthMs: number;
    readonly by: { readonly kind: string; readonly name: string };
  }[];
}

const callsOf = async (requestId: string) =>
  (await bench().get<{ items: Call[] }>('agent@kuty', `/intake/requests/${requestId}/calls`)).items;

/** An operator of the hotline formalises a call. */
const formalise = () =>
  bench().post<{ requestId: string }>('operator@kuty', '/intake/requests', {
    entryPoint: 'support-line',
    channel: 'phone',
    category: 'registration',
    language: 'uk',
    requester: { name: 'Ганна Петренко', phone: '+380671112233' },
    text: 'Не приходить код підтвердження.',
  });

test('kuty 1.1: recordings of calls are kept with the request, brought by staff or by the exchange, played from any place, named in the trail', async () => {
  const { requestId } = await formalise();
  await bench().work('moderator@kuty', requestId);
  await bench().assign('kuty', requestId, 'agent');
  await bench().post('agent@kuty', `/routing/requests/${requestId}/calls`, { outcome: 'answered' });
  const [incoming, outgoing] = await soon(async () => {
    const calls = await callsOf(requestId);
    expect(calls).toMatchObject([
      { direction: 'incoming', recordings: [] },
      { direction: 'outgoing', outcome: 'answered', recordings: [] },
    ]);
    return calls;
  });
  const sounds = [wav(3, 440), wav(2, 660)] as const;
  const address = (call: Call | undefined) => `/intake/requests/${requestId}/calls/${call?.callId}/recordings`;
  const operator = await bench().as('kuty', 'operator');
  const exchange = await bench().program('kuty', 'АТС', ['intake:read', 'intake:write']);
  expect((await bench().send(operator, address(incoming), 'вхідний.wav', sounds[0])).status).toBe(201);
  expect((await bench().send(exchange, address(outgoing), '0044.wav', sounds[1])).status).toBe(201);

  const kept = (await callsOf(requestId)).flatMap(({ recordings }) => recordings);
  expect(kept).toMatchObject([
    { name: 'вхідний.wav', lengthMs: 3000, by: { kind: 'staff' } },
    { name: '0044.wav', lengthMs: 2000, by: { kind: 'platform', name: 'АТС' } },
  ]);
  const play = (who: string, place: number, asked = {}) =>
    bench().fetchBytes(who, `/intake/requests/${requestId}/recordings/${kept[place]?.recordingId}`, asked);
  for (const [place, sound] of sounds.entries()) {
    expect(await play('moderator@kuty', place)).toMatchObject({
      status: 200,
      type: 'audio/wav',
      sniffing: 'nosniff',
      bytes: Buffer.from(sound),
    });
  }
  expect(await play('agent@kuty', 0, { range: 'bytes=16044-16143' })).toMatchObject({
    status: 206,
    range: `bytes 16044-16143/${sounds[0].length}`,
    bytes: Buffer.from(sounds[0].subarray(16_044, 16_144)),
  });
  expect((await play('agent@kz-portal', 0)).status).toBe(404);
  expect((await play('administrator@kuty', 0)).status).toBe(403);
  await soon(async () => {
    const { trail } = await bench().work('agent@kuty', requestId);
    expect(trail.filter(({ verb }) => verb === 'keep-recording')).toMatchObject([
      { detail: { recordingId: kept[0]?.recordingId, lengthMs: 3000, direction: 'incoming' } },
      { by: { name: 'АТС' }, detail: { recordingId: kept[1]?.recordingId, direction: 'outgoing' } },
    ]);
  });
});

test('kuty 1.1: what is no sound or too long is refused by name, and a hotline whose regulation keeps no recordings refuses all', async () => {
  const { requestId } = await formalise();
  const agent = await bench().as('kuty', 'agent');
  const address = `/intake/requests/${requestId}/calls/${requestId}/recordings`;
  const wrong = { notAudio: new TextEncoder().encode('Це не звукозапис'), recordingTooLong: opus(3601) };
  for (const [rule, content] of Object.entries(wrong)) {
    expect(await bench().send(agent, address, 'розмова.mp3', content)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'file', rule }] },
    });
  }
  expect((await callsOf(requestId))[0]?.recordings).toEqual([]);

  expect((await hotline('edoc')) as object).toMatchObject({ recordings: null });
  const theirs = await file('edoc');
  const refused = await bench().send<{ code: string; detail: string }>(
    await bench().as('edoc', 'agent'),
    `/intake/requests/${theirs.requestId}/calls/${theirs.requestId}/recordings`,
    'a.wav',
    wav(1),
  );
  expect(refused).toMatchObject({ status: 404, body: { code: 'no-recordings' } });
});
