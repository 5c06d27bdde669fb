import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { AUDIENCE, claimsOf, ISSUER, KeysUnavailable, type Principal, remoteKeys, TokenVerifier } from './index.ts';

const principal: Principal = {
  tenant: 'alpha',
  subject: 's1',
  name: 'A. B.',
  roles: ['agent'],
  kind: 'staff',
  scopes: [],
};
const pair = await generateKeyPair('Ed25519', { extractable: true });
let lookups = 0;
const verifier = new TokenVerifier(async () => {
  lookups += 1;
  return pair.publicKey;
});

const token = (
  change: { key?: CryptoKey; issuer?: string; audience?: string; expires?: number } = {},
): Promise<string> =>
  new SignJWT({ ...claimsOf(principal) })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .setSubject('s1')
    .setIssuer(change.issuer ?? ISSUER)
    .setAudience(change.audience ?? AUDIENCE)
    .setExpirationTime(change.expires ?? Math.floor(Date.now() / 1000) + 60)
    .sign(change.key ?? pair.privateKey);

test('a good token says who asks, and is verified once', async () => {
  const good = await token();
  expect(await verifier.verify(good)).toEqual(principal);
  const before = lookups;
  expect(await verifier.verify(good)).toEqual(principal);
  expect(verifier.remembered(good)).toEqual(principal);
  expect(lookups).toBe(before);
});

test('a token that is foreign, expired, for another audience, by another issuer, unsigned or cut says nothing', async () => {
  const other = await generateKeyPair('Ed25519');
  const good = await token();
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`;
  const jwk = await exportJWK(pair.publicKey);
  const confused = await new SignJWT({
    ...claimsOf(principal),
    sub: 's1',
    iss: ISSUER,
    aud: AUDIENCE,
    exp: 9_999_999_999,
  })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(Buffer.from(jwk.x ?? ''));
  for (const bad of [
    await token({ key: other.privateKey }),
    await token({ expires: Math.floor(Date.now() / 1000) - 1 }),
    await token({ audience: 'x' }),
    await token({ issuer: 'x' }),
    none,
    confused,
    good.slice(0, -4),
    '',
    'x'.repeat(10_000),
  ]) {
    expect(await verifier.verify(bad)).toBeNull();
  }
});

test('keys that cannot be fetched are an outage, not a refusal', async () => {
  const cut = new TokenVerifier(async () => {
    throw new TypeError('fetch failed');
  });
  await expect(cut.verify(await token())).rejects.toBeInstanceOf(KeysUnavailable);
});

test('keys once fetched outlive the gateway; before that its absence is an outage', async () => {
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'EdDSA' };
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = remoteKeys(address);
  expect(await new TokenVerifier(keys).verify(await token())).toEqual(principal);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  jest.useFakeTimers({
    now: Date.now() + 700_000,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout'],
  });
  try {
    expect(await new TokenVerifier(keys).verify(await token())).toEqual(principal);
    await expect(new TokenVerifier(remoteKeys(address)).verify(await token())).rejects.toBeInstanceOf(KeysUnavailable);
  } finally {
    jest.useRealTimers();
  }
});
