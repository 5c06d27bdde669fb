import { events } from '@reglament/contracts';
import { FACTS } from '@reglament/domain/regulation';
import { z } from 'zod';

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  type?: string;
  enum?: unknown[];
  anyOf?: JsonSchema[];
}

const payloads = new Map(
  events.map((event) => [event.type.replace(/\.v\d+$/, ''), z.toJSONSchema(event.payload) as JsonSchema]),
);

describe('the facts that regulations may name are those of the contracts', () => {
  test('every fact of a request has its name in the catalogue', () => {
    const told = [...payloads.keys()].filter((name) => /^(request|work)\./.test(name));
    expect(Object.keys(FACTS).sort()).toEqual(told.sort());
  });

  test.each(Object.entries(FACTS))(
    '%s: what `where` may compare is in its payload, with the same values',
    (fact, fields) => {
      const properties = payloads.get(fact)?.properties ?? {};
      for (const [field, values] of Object.entries(fields)) {
        const schema = properties[field];
        expect([field, schema === undefined]).toEqual([field, false]);
        if (values === 'any') continue;
        const known = schema?.enum?.map(String) ?? (schema?.type === 'boolean' ? ['true', 'false'] : undefined);
        expect([field, [...values].sort()]).toEqual([field, known?.sort()]);
      }
    },
  );
});
