import { admin } from './admin.ts';
import { articleTexts } from './articles.ts';
import { blockTexts } from './blocks.ts';
import { callersTexts } from './callers.ts';
import { chatTexts } from './chat.ts';
import { common } from './common.ts';
import { conductTexts } from './conduct.ts';
import { deadlineTexts } from './deadline.ts';
import { disclosureTexts } from './disclosure.ts';
import { documentsTexts } from './documents.ts';
import { embedTexts } from './embed.ts';
import { erasuresTexts } from './erasures.ts';
import { figures } from './figures.ts';
import { fileTexts } from './files.ts';
import { manager } from './manager.ts';
import { procedures } from './procedures.ts';
import { publicPages } from './public.ts';
import { questionsTexts } from './questions.ts';
import { recordingTexts } from './recordings.ts';
import { regulationTexts } from './regulation.ts';
import { reports } from './reports.ts';
import { requesterTexts } from './requester.ts';
import { staff } from './staff.ts';
import { whatIf } from './what-if.ts';

export const texts = {
  ...common,
  ...publicPages,
  ...staff,
  ...procedures,
  ...manager,
  ...figures,
  ...reports,
  ...admin,
  ...whatIf,
  ...conductTexts,
  ...requesterTexts,
  ...fileTexts,
  ...recordingTexts,
  ...disclosureTexts,
  ...embedTexts,
  ...callersTexts,
  ...deadlineTexts,
  ...articleTexts,
  ...questionsTexts,
  ...regulationTexts,
  ...chatTexts,
  ...blockTexts,
  ...documentsTexts,
  ...erasuresTexts,
};
