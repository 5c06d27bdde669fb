/** `npm run dashboards [-- --check]`: writes Grafana's files from deploy/grafana/src, or compares them. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// Its sources are no package of their own, so they are found by their place.
await import(pathToFileURL(path.resolve(import.meta.dirname, '../deploy/grafana/src/generate.ts')).href);
