/** A mailbox that takes every letter and sends none: what the default set-up uses for SMTP. */
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { runHost, type StartedEngine } from '../host.ts';
import { serveLetters } from './http.ts';
import { Letters } from './letters.ts';

const LARGEST_LETTER = 30 * 1024 * 1024;

async function readAll(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function refusal(code: number, sentence: string): Error {
  return Object.assign(new Error(sentence), { responseCode: code });
}

function smtpServer(letters: Letters): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_LETTER,
    maxClients: 100,
    disableReverseLookup: true,
    onRcptTo(address, _session, done) {
      // `.invalid` never exists (RFC 2606), so here too a letter to it bounces: that path can be tried by hand.
      const isInvalid = address.address.toLowerCase().endsWith('.invalid');
      done(isInvalid ? refusal(550, 'There is no such mailbox.') : undefined);
    },
    onData(stream, _session, done) {
      readAll(stream)
        .then((raw) => {
          if (stream.sizeExceeded) throw refusal(552, 'The letter is too large.');
          return letters.keep(raw, Date.now());
        })
        .then(() => done())
        .catch((error: Error) => done(error));
    },
  });
}

await runHost('mailbox', async ({ data, port, more }): Promise<StartedEngine> => {
  const letters = await Letters.open(data);
  const smtpPort = Number(more['smtp-port'] ?? '0');
  const smtp = smtpServer(letters);
  smtp.on('error', (error) => process.stderr.write(`mailbox: ${error.message}\n`));
  const server = smtp.listen(smtpPort, '127.0.0.1');
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : smtpPort;
  const http = await serveLetters(letters, port);
  return {
    url: `http://127.0.0.1:${port}`,
    urls: { smtpUrl: `smtp://127.0.0.1:${bound}` },
    async stop() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
});
