import fc from 'fast-check';
import type { Json, Parameter } from './operations.ts';

/** Texts that have broken somebody's parser, query, page or log. */
const nasty = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e\u200f',
  "'; DROP TABLE staff; --",
  '<script>alert(1)</script>',
  '{{7*7}} #{7*7}',
  '../../etc/passwd',
  '%00%0a%0d',
  'x\r\nset-cookie: a=b',
  'NaN',
  '-0',
  '1e400',
  '99999999999999999999',
  '0000-00-00',
  '2026-02-30',
  '2026-13',
  '+999999999999',
  'a@b',
  '🇺🇦'.repeat(50),
  'я'.repeat(9_000),
  '__proto__',
];
const nastyText = fc.constantFrom(...nasty);
const anyText = fc.oneof(nastyText, fc.string({ unit: 'binary', maxLength: 60 }));
const anything = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, Number.MAX_VALUE, 2 ** 53, 0.1, [], {}, [[]], { a: null }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);

/** What some properties have to be for a request to get past the first look: `{ category: 'paperwork' }`. */
export type Hints = Readonly<Record<string, unknown>>;

/** Values that a schema takes, with something hostile in every few places. */
export function valuesOf(schema: Json | undefined, hints: Hints = {}, depth = 0): fc.Arbitrary<unknown> {
  if (schema === undefined || depth > 6) return anything;
  const mostly = (arbitrary: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 20, arbitrary }, { weight: 1, arbitrary: anything });
  if (Array.isArray(schema.enum)) return mostly(fc.constantFrom(...(schema.enum as unknown[])));
  if ('const' in schema) return mostly(fc.constant(schema.const));
  const either = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (either) return mostly(fc.oneof(...either.map((each) => valuesOf(each, hints, depth + 1))));
  switch ([schema.type].flat()[0]) {
    case 'object':
      return mostly(objectsOf(schema, hints, depth));
    case 'array':
      return mostly(fc.array(valuesOf(schema.items as Json | undefined, hints, depth + 1), { maxLength: 4 }));
    case 'integer':
    case 'number':
      return mostly(fc.oneof(fc.integer({ min: -2, max: 300 }), fc.double()));
    case 'boolean':
      return mostly(fc.boolean());
    default:
      return mostly(textsOf(schema));
  }
}

function objectsOf(schema: Json, hints: Hints, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const fieldOf = (key: string, each: Json): fc.Arbitrary<unknown> => {
    const value = valuesOf(each, hints, depth + 1);
    return key in hints
      ? fc.oneof({ weight: 12, arbitrary: fc.constant(hints[key]) }, { weight: 1, arbitrary: value })
      : value;
  };
  const requiredKeys = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  const record = Object.fromEntries(properties.map(([key, each]) => [key, fieldOf(key, each)]));
  const required = fc.oneof(
    { weight: 6, arbitrary: fc.record(record, { requiredKeys }) },
    { weight: 1, arbitrary: fc.record(record, { requiredKeys: [] }) },
  );
  return fc
    .tuple(required, fc.dictionary(anyText, anything, { maxKeys: 2 }))
    .map(([known, more]) => ({ ...more, ...known }));
}

function textsOf({ format }: Json): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  return anyText;
}

export interface HostileBody {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const plain: Readonly<Record<string, string>> = {};

/** Bodies on the wire: by the schema, malformed, of the wrong type, doubled, deep, too large. */
export function bodies(schema: Json | undefined, hints: Hints = {}): fc.Arbitrary<HostileBody> {
  const written = valuesOf(schema, hints).map((value) => JSON.stringify(value) ?? 'null');
  return fc.oneof(
    { weight: 12, arbitrary: written.map((body) => ({ body, headers: plain })) },
    { weight: 1, arbitrary: written.map((body) => ({ body: body.slice(0, -1), headers: plain })) },
    { weight: 1, arbitrary: written.map((body) => ({ body: `${body}${body}`, headers: plain })) },
    { weight: 1, arbitrary: written.map((body) => ({ body, headers: { 'content-type': 'text/plain' } })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { body: '', headers: plain },
        { body: '\ufeff{}', headers: plain },
        { body: '{"__proto__":{"roles":["administrator"]}}', headers: plain },
        { body: '{"text":"a","text":"b"}', headers: plain },
        { body: `{"text":"${'x'.repeat(300_000)}"}`, headers: plain },
        { body: `${'['.repeat(50_000)}${']'.repeat(50_000)}`, headers: plain },
        { body: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, headers: plain },
        { body: '{"text":"\\ud800","name":"\\u0000"}', headers: plain },
        { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        { body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } },
        { body: '{}', headers: { 'content-encoding': 'gzip' } },
        { body: '{}', headers: { 'accept-language': 'x'.repeat(4_000) } },
      ),
    },
  );
}

/** Hostile texts for the parameters of an address; what has to name something keeps its place, never empty. */
export function parameterTexts(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
  const one = (parameter: Parameter): fc.Arbitrary<string> => {
    const text = fc
      .oneof(valuesOf(parameter.schema).map(String), anyText)
      .map((each) => each.toWellFormed().slice(0, 400));
    return parameter.in === 'path' ? text.map((each) => (/^\.{0,2}$/.test(each) ? 'x' : each)) : text;
  };
  return fc.record(
    Object.fromEntries(parameters.filter(({ in: place }) => place !== 'header').map((each) => [each.name, one(each)])),
  );
}
