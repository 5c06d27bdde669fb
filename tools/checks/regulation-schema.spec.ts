import { readFileSync } from 'node:fs';
import path from 'node:path';
import { regulationJsonSchema } from '@reglament/domain/regulation';

test('regulations/schema.json is what `npm run generate:regulation-schema` writes', () => {
  const file = path.join(import.meta.dirname, '../../regulations/schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(regulationJsonSchema())));
});
