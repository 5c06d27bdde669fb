import type { MigrationList } from '@reglament/platform/postgres';
import { first } from './0001-first.ts';
import { complaints } from './0002-complaints.ts';
import { places } from './0003-places.ts';
import { acceptedRules } from './0004-accepted-rules.ts';
import { regulationNews } from './0005-regulation-news.ts';
import { callers } from './0006-callers.ts';
import { files } from './0007-files.ts';
import { articles } from './0008-articles.ts';
import { accounts } from './0009-accounts.ts';
import { erasure } from './0010-erasure.ts';
import { chats } from './0011-chats.ts';
import { blocks } from './0012-blocks.ts';
import { recordings } from './0013-recordings.ts';
import { disclosures } from './0014-disclosures.ts';
import { answerFiles } from './0015-answer-files.ts';

/** The PostgreSQL schema of this service and its migrations in order. Applied ones never change. */
export const schema = 'intake' as const;
export const migrations: MigrationList = [
  first,
  complaints,
  places,
  acceptedRules,
  regulationNews,
  callers,
  files,
  articles,
  accounts,
  erasure,
  chats,
  blocks,
  recordings,
  disclosures,
  answerFiles,
];
