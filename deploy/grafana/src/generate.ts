/** `npm run dashboards` writes Grafana's files; with `--check` it compares them and ends with 1 when they differ. */
import { writeOrCheck } from '../../write-files.ts';
import { generatedFiles } from './files.ts';

process.exit(writeOrCheck('deploy/grafana', generatedFiles(), 'npm run dashboards'));
