import { Inject, Injectable } from '@nestjs/common';
import { type BlockLetter, composeBlockLetter } from '@reglament/domain/blocking';
import type { Regulation } from '@reglament/domain/regulation';
import { type Instant, isoOf } from '@reglament/domain/time';
import { CONFIG } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import type { Tx } from '@reglament/platform/postgres';
import type { IntakeConfig } from '../config.ts';
import { addToFeed } from '../store/accounts.ts';
import type { BlockRow } from '../store/blocks.ts';
import { blockLetter } from '../store/entities.ts';
import { addOwnLetter } from '../store/letters.ts';

const feedKinds = {
  blocked: 'blocked',
  lifted: 'unblocked',
  'lifted-on-appeal': 'unblocked',
  upheld: 'upheld',
} as const;

/** Tells a person of their block by a letter and in the feed of their account, in the transaction that changes it. */
@Injectable()
export class TellOfBlock {
  private readonly publicUrl: string;

  constructor(@Inject(CONFIG) config: IntakeConfig) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/$/, '');
  }

  /** Who gave no address gets no letter: the status page of the request tells them. `text` are the staff's words. */
  async tell(
    tx: Tx,
    regulation: Regulation,
    block: BlockRow,
    told: { readonly about: BlockLetter['about']; readonly text: string; readonly at: Instant },
  ): Promise<void> {
    const { email, blockId, language, until, ground, groundClause } = block;
    if (email === null) return;
    const { about, text, at } = told;
    const page = `${this.publicUrl}/h/${regulation.tenant}/account`;
    const letter = composeBlockLetter(regulation, language, block, { about, text, page }, at);
    addOwnLetter(tx, { ...letter, kind: blockLetter, about: blockId, recipient: email, at });
    const data = { until: isoOf(until), ground, groundClause, text };
    await addToFeed(tx, { entryId: newId(), owner: email, at, kind: feedKinds[about], number: null, data });
  }
}
