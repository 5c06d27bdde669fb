import type { MigrationList } from '@reglament/platform/postgres';
import { work } from './0001-work.ts';
import { lateFacts } from './0002-late-facts.ts';
import { postponed } from './0003-postponed.ts';
import { sessionsAndDiagnosis } from './0004-sessions-and-diagnosis.ts';
import { guests } from './0005-guests.ts';
import { incidents } from './0006-incidents.ts';

import { serviceDocuments } from './0007-service-documents.ts';
import { regulationNews } from './0008-regulation-news.ts';
import { ownMarks } from './0009-own-marks.ts';
import { erasure } from './0010-erasure.ts';
import { answerFiles } from './0011-answer-files.ts';

export const schema = 'routing';
export const migrations: MigrationList = [
  work,
  lateFacts,
  postponed,
  sessionsAndDiagnosis,
  guests,
  incidents,
  serviceDocuments,
  regulationNews,
  ownMarks,
  erasure,
  answerFiles,
];
