/** What is told when everything is ready: to a person what to open, to a program one JSON line. */
import { demoLogins, type Login, tenants } from './demo.ts';
import type { StartOptions } from './options.ts';
import type { Output } from './output.ts';
import type { Platform } from './platform.ts';
import { SERVICES, urlsOf } from './services.ts';

export function announce(root: string, options: StartOptions, platform: Platform, output: Output): void {
  const { setting } = platform;
  const hotlines = tenants(root).map((tenant) => ({ tenant, url: `${setting.publicUrl}/h/${tenant}` }));
  const logins = demoLogins(root);
  if (options.json) {
    const services = Object.fromEntries(SERVICES.map((service) => [service, urlsOf(setting, service)]));
    // The local socket is the services' own shorter way to the same database.
    const { postgresLocal: _, ...engines } = setting.engines;
    const line = { ready: true, url: setting.publicUrl, hotlines, logins, engines, services };
    process.stdout.write(`${JSON.stringify({ ...line, data: options.data, pids: platform.pids() })}\n`);
    return;
  }
  output.line(`\nOpen ${setting.publicUrl}\n`);
  for (const { tenant, url } of hotlines) output.line(`  ${tenant.padEnd(14)} ${url}`);
  if (logins.length > 0) describeLogins(logins, output);
  if (options.clock) {
    output.line(
      `\nThe platform's clock started at ${options.clock.start} and runs ${options.clock.speed} times as fast as yours.`,
    );
  }
  if (setting.engines.mailbox !== undefined)
    output.line(
      `\nLetters that no member of staff may read, such as sign-in codes: ${setting.engines.mailbox}/letters`,
    );
  output.line(`\nKept in ${options.data}. Stop with Ctrl-C; the next start goes on from here.`);
}

function describeLogins(logins: readonly Login[], output: Output): void {
  output.line('\nSign in as');
  for (const tenant of new Set(logins.map((login) => login.tenant))) {
    const names = logins.filter((login) => login.tenant === tenant).map((login) => login.login);
    output.line(`  ${tenant.padEnd(14)} ${names.join(', ')}`);
  }
  for (const password of new Set(logins.map((login) => login.password))) output.line(`  password       ${password}`);
}
