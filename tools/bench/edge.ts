// npm run bench -- edge: POSTs per second through our edge (guard, validation, trace, metrics) beside bare Fastify, both in
// this process, asked by a process of its own, one after the other, several rounds.
import { execFile } from 'node:child_process';
import { Agent, request } from 'node:http';
import { promisify } from 'node:util';
import { Controller, Module, Post } from '@nestjs/common';
import { AUDIENCE, claimsOf, ISSUER } from '@reglament/platform/auth';
import { ServiceConfig } from '@reglament/platform/config';
import { createService, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { fastify } from 'fastify';
import { generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';

const CLIENTS = 32;
const ROUND_MS = 2_000;
const ROUNDS = 6;

const body = z.object({
  category: z.string().max(100),
  language: z.enum(['ru', 'en']),
  requester: z.object({ name: z.string().max(100), email: z.email() }),
  text: z.string().min(1).max(8000),
});
const post = endpoint({
  summary: 'Takes a request',
  allow: ['operator'],
  params: z.object({ tenant: z.string() }),
  body,
  ok: z.object({ length: z.int() }),
  status: 201,
});

// Decorators are called by hand: this file is run by Node as it stands.
class Bench {
  take(input: InputOf<typeof post>): object {
    return { length: input.body.text.length };
  }
}
class BenchModule {}
const take = Object.getOwnPropertyDescriptor(Bench.prototype, 'take') as PropertyDescriptor;
Post('hotlines/:tenant/requests')(Bench.prototype, 'take', take);
Endpoint(post)(Bench.prototype, 'take', take);
Input()(Bench.prototype, 'take', 0);
Controller()(Bench);
Module({ controllers: [Bench] })(BenchModule);

const payload = JSON.stringify({
  category: 'access',
  language: 'ru',
  requester: { name: 'A. B.', email: 'a.b@example.org' },
  text: 'x'.repeat(800),
});
const pair = await generateKeyPair('Ed25519');
const given = process.env.BENCH_TOKEN;
const token =
  given ??
  (await new SignJWT({
    ...claimsOf({ tenant: 'a', subject: 's', name: 'n', roles: ['operator'], kind: 'staff', scopes: [] }),
  })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('s')
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime('1h')
    .sign(pair.privateKey));

/** Answered POSTs per second with 32 keep-alive connections. */
async function measure(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    authorization: `Bearer ${token}`,
  };
  const until = performance.now() + ROUND_MS;
  let answered = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      await new Promise<void>((resolve, reject) => {
        const call = request(`${url}/hotlines/a/requests`, { method: 'POST', agent, headers }, (response) => {
          if (response.statusCode !== 201) reject(new Error(`status ${response.statusCode}`));
          response.resume().on('end', resolve);
        });
        call.on('error', reject).end(payload);
      });
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return (answered * 1000) / ROUND_MS;
}

if (process.argv[2] === 'measure') {
  process.stdout.write(String(await measure(process.argv[3] ?? '')));
} else {
  const run = promisify(execFile);
  const bare = fastify();
  bare.post('/hotlines/:tenant/requests', (incoming, reply) => {
    reply.status(201).send({ length: (incoming.body as { text: string }).text.length });
  });
  const config = ServiceConfig.parse({
    PORT: '0',
    LOG_LEVEL: 'error',
    DATABASE_URL: 'postgres://a@127.0.0.1:1/a',
    SYSTEM_DATABASE_URL: 'postgres://a@127.0.0.1:1/a',
    NATS_URL: 'nats://127.0.0.1:1',
    GATEWAY_URL: 'http://127.0.0.1:1',
  });
  const service = await createService(
    { name: 'bench', module: () => BenchModule, keys: () => async () => pair.publicKey },
    config,
  );
  const sharp = await service.listen();
  const plain = await bare.listen({ port: 0, host: '127.0.0.1' });
  // The keys are of this process: each measuring process only replays the token it is given.
  const measureIn = async (url: string): Promise<number> =>
    Number(
      (
        await run(process.execPath, [process.argv[1] ?? '', 'measure', url], {
          env: { ...process.env, BENCH_TOKEN: token },
        })
      ).stdout,
    );
  /** POSTs per second, and processor microseconds of this process for each: the figure that a busy machine disturbs less. */
  const round = async (url: string): Promise<{ perSecond: number; cpu: number }> => {
    const before = process.cpuUsage();
    const perSecond = await measureIn(url);
    const { user, system } = process.cpuUsage(before);
    return { perSecond, cpu: (user + system) / ((perSecond * ROUND_MS) / 1000) };
  };
  const ratios: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const a = await round(plain);
    const b = await round(sharp);
    if (n === 0) continue; // the compiler is still at work
    ratios.push(a.cpu / b.cpu);
    const said = ({ perSecond, cpu }: typeof a): string => `${perSecond.toFixed(0)}/s at ${cpu.toFixed(0)} µs of CPU`;
    process.stdout.write(`bare ${said(a)}, edge ${said(b)}, ratio by CPU ${(a.cpu / b.cpu).toFixed(2)}\n`);
  }
  process.stdout.write(`median ratio by CPU ${(ratios.sort((a, b) => a - b)[ratios.length >> 1] ?? 0).toFixed(2)}\n`);
  await Promise.all([service.close(), bare.close()]);
}
