import { Injectable } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import { type Proposal, proposeAgent } from '@reglament/domain/routing';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { readAgents } from '../store/agents.ts';
import { readWork } from '../store/work.ts';
import { answers } from './assign.ts';
import { noSuchRequest } from './refusals.ts';

export type Proposed = Proposal;

const nobody: Readonly<Record<Language, string>> = {
  ru: 'Сейчас нет ни одного исполнителя. Обращение можно взять себе.',
  uk: 'Зараз немає жодного виконавця. Звернення можна взяти собі.',
  kk: 'Қазір бірде-бір орындаушы жоқ. Өтінішті өзіңізге алуға болады.',
  en: 'There is no agent now. You may take the request yourself.',
};

/** Whom the rule would give a request to; nothing changes. */
@Injectable()
export class ProposeAgent {
  constructor(
    private readonly db: Database,
    private readonly book: RegulationBook,
  ) {}

  async propose(tenant: string, requestId: string, language: Language): Promise<Outcome<Proposed>> {
    return this.db.tenant(tenant, async (tx): Promise<Outcome<Proposed>> => {
      const request = await readWork(tx, requestId);
      const regulation = request === null ? undefined : this.book.of(tenant, request.edition);
      if (request === null || regulation === undefined) return noSuchRequest(language);
      const agents = (await readAgents(tx)).filter(answers);
      const loads = new Map(agents.map((agent) => [agent.staffId, agent.open]));
      const spoken = regulation.languages.includes(language) ? language : regulation.languages[0];
      const proposal = proposeAgent({ request, agents, loads, regulation, language: spoken });
      return proposal === null
        ? refuse({ code: 'no-agents', status: 409, detail: nobody[language] })
        : accept(proposal);
    });
  }
}
