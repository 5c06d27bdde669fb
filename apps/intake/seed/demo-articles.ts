import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Language, Tenant } from '@reglament/contracts';
import { CONFIG } from '@reglament/platform/http';
import { RegulationBook } from '@reglament/platform/regulations';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IntakeConfig } from '../config.ts';
import { KeepArticles } from '../handlers/keep-articles.ts';
import { ArticleText, ArticleView } from '../http/article-schemas.ts';

const DemoFile = z.record(
  Tenant,
  z.strictObject({ by: z.string().min(1), articles: z.record(z.string(), z.partialRecord(Language, ArticleText)) }),
);

/** Publishes the demonstration's articles where they are missing. Safe to run twice and at several instances at once. */
@Injectable()
export class DemoArticles {
  constructor(
    private readonly articles: KeepArticles,
    private readonly regulations: RegulationBook,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {}

  /** @returns how many articles were published */
  async seed(): Promise<number> {
    if (this.config.DEMO_DIR === undefined) return 0;
    const file = path.join(this.config.DEMO_DIR, 'articles.yaml');
    if (!existsSync(file)) return 0;
    let published = 0;
    for (const [tenant, { by, articles }] of Object.entries(DemoFile.parse(parse(readFileSync(file, 'utf8'))))) {
      const language = this.regulations.get(tenant)?.languages[0];
      if (language === undefined) continue;
      const writer = { caller: { tenant, subject: 'demonstration', name: by }, language };
      for (const [name, texts] of Object.entries(articles)) {
        const added = await this.articles.add(writer, { texts, groupId: null }, idOf(tenant, name));
        if (!added.ok) throw new Error(`articles.yaml: ${tenant}, ${name}: ${added.refusal.detail}`);
        const { articleId, status, version } = ArticleView.parse(added.value);
        // Another instance may publish it in this moment: then this one is refused, and that is right.
        if (status === 'draft' && version === 1 && (await this.articles.publish(writer, articleId, version, null)).ok) {
          published += 1;
        }
      }
    }
    return published;
  }
}

/** The same article has the same id at every instance and every start. */
function idOf(tenant: string, name: string): string {
  const hash = createHash('sha256').update(`${tenant}/${name}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
