// A small load generator for loopback: keep-alive connections, each posting one body after another. Run as a child process
// so that it does not share a thread with what measures it. Prints one JSON line.
import { randomUUID } from 'node:crypto';
import http from 'node:http';

const [url = '', bodyText = '', clients = '32', seconds = '10'] = process.argv.slice(2);
const target = new URL(url);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(clients) });
const until = performance.now() + Number(seconds) * 1000;
const latencies: number[] = [];
const statuses = new Map<number, number>();

function post(body: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': randomUUID(),
    };
    const request = http.request(
      { agent, host: target.hostname, port: target.port, path: target.pathname, method: 'POST', headers },
      (response) => {
        response.resume();
        response.once('end', () => done(response.statusCode ?? 0));
      },
    );
    request.once('error', fail);
    request.end(body);
  });
}

async function client(): Promise<void> {
  while (performance.now() < until) {
    const from = performance.now();
    const status = await post(bodyText);
    latencies.push(performance.now() - from);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
}

const started = performance.now();
await Promise.all(Array.from({ length: Number(clients) }, client));
const took = (performance.now() - started) / 1000;
latencies.sort((a, b) => a - b);
const at = (q: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? Number.NaN;
const accepted = statuses.get(201) ?? 0;
const answer = { perSecond: accepted / took, p50: at(0.5), p99: at(0.99), statuses: Object.fromEntries(statuses) };
process.stdout.write(`${JSON.stringify(answer)}\n`);
agent.destroy();
