/** `npm run generate:regulation-schema`: writes regulations/schema.json from the loader's own schema. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { regulationJsonSchema } from '@reglament/domain/regulation';

const file = path.join(import.meta.dirname, '../regulations/schema.json');
writeFileSync(file, `${JSON.stringify(regulationJsonSchema(), null, 2)}\n`);
process.stdout.write('regulations/schema.json is written.\n');
