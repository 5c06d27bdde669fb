import type { OpenApi, Operation } from './openapi-shape.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (value: unknown): string => String(value).replace(/[&<>"']/g, (found) => escapes[found] ?? found);

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 60%, transparent); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
h1 { margin-top: 0; } h2 { margin: 2.5rem 0 .5rem; } code, pre { font: 13px/1.5 ui-monospace, monospace; }
nav a { margin-right: 1rem; } details { border-bottom: 1px solid var(--line); } summary { cursor: pointer; padding: .6rem 0; }
summary b { display: inline-block; min-width: 4.5rem; } .soft { color: var(--soft); } pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: 6px; max-height: 28rem; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
section { padding: 0 0 1rem 1rem; }`;

/** The whole document as one page: every route, who may call it, what it takes, what it answers. */
export function renderDocs(document: OpenApi): string {
  const services = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const service = operation.tags[0] ?? 'other';
      services.set(service, [...(services.get(service) ?? []), operationOf(method, path, operation)]);
    }
  }
  const names = [...services.keys()];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(document.info.title)}: the API</title><style>${style}</style></head><body>
<h1>${text(document.info.title)}: the API</h1>
<p>${text(document.info.description ?? '')}</p>
<p>Every refusal is a problem document (RFC 9457) with a stable <code>code</code>. Texts follow <code>Accept-Language</code>: ru, uk, kk, en.
Programs send <code>x-api-key</code>; a signed-in browser sends its cookie and, with anything but GET, <code>x-csrf-token</code>.
The same as a file: <a href="/openapi.json">openapi.json</a>.</p>
<nav>${names.map((name) => `<a href="#${text(name)}">${text(name)}</a>`).join('')}</nav>
${[...services].map(([name, rows]) => `<h2 id="${text(name)}">${text(name)}</h2>${rows.join('\n')}`).join('\n')}
</body></html>`;
}

function operationOf(method: string, path: string, operation: Operation): string {
  const allow = [operation['x-allow']].flat().join(', ');
  return `<details id="${text(operation.operationId)}"><summary><b>${text(method.toUpperCase())}</b> <code>${text(path)}</code>
 <span class="soft">${text(operation.summary)}</span></summary><section>
<p>May call: ${text(allow)}</p>${parametersOf(operation)}${bodyOf(operation)}${responsesOf(operation)}</section></details>`;
}

function parametersOf({ parameters }: Operation): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${text(name)}</code></td><td>${text(place)}${required === true ? ', required' : ''}</td><td><code>${text(JSON.stringify(schema ?? {}))}</code></td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function bodyOf({ requestBody }: Operation): string {
  const schema = requestBody?.content['application/json']?.schema;
  return schema === undefined ? '' : `<p>Takes</p><pre>${text(JSON.stringify(schema, null, 2))}</pre>`;
}

function responsesOf({ responses, 'x-refusals': refusals }: Operation): string {
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'));
  const [type, content] = Object.entries(good?.[1].content ?? {})[0] ?? [];
  const answer = content === undefined ? '' : `<pre>${text(JSON.stringify(content.schema ?? {}, null, 2))}</pre>`;
  const others = Object.entries(responses)
    .filter(([status]) => !status.startsWith('2'))
    .map(([status, { description }]) => `${status} ${description}`);
  return `<p>Answers ${text(good?.[0] ?? '')} ${text(type ?? '')}</p>${answer}
<p class="soft">or ${text(others.join(', '))}${refusals === undefined ? '' : `; codes: ${text(refusals.join(', '))}`}</p>`;
}
