import { Injectable } from '@nestjs/common';
import type { Tx } from '@reglament/platform/postgres';
import { LRUCache } from 'lru-cache';
import { countQueue } from '../store/lists.ts';

/** Milliseconds for which a length is good enough: a number above a list too long for one page. */
const goodFor = 500;

/** How long the queues are. Many open pages asking at once cost one count. */
@Injectable()
export class QueueLengths {
  private readonly known = new LRUCache<string, number>({ max: 1000, ttl: goodFor });

  async of(tx: Tx, tenant: string): Promise<number> {
    const known = this.known.get(tenant);
    if (known !== undefined) return known;
    const length = await countQueue(tx);
    this.known.set(tenant, length);
    return length;
  }
}
