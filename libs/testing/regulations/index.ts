import { join } from 'node:path';
import { RegulationBook } from '@reglament/platform/regulations';

let book: RegulationBook | undefined;

/** The regulations of the repository, read once per test process. */
export function regulationBook(): RegulationBook {
  book ??= RegulationBook.load(join(import.meta.dirname, '../../../regulations'));
  return book;
}

/** One of them. @throws Error when there is no such tenant */
export function regulationOf(tenant: string) {
  const regulation = regulationBook().get(tenant);
  if (!regulation) throw new Error(`no regulation of ${tenant}`);
  return regulation;
}
