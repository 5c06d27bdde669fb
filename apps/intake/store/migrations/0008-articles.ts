import { tenantPolicy } from '@reglament/platform/postgres';

/** The help centre: articles as they are now, every version ever saved, what was read, voted and answered with. */
export const articles = {
  name: '0008-articles',
  up: `
    CREATE TABLE intake.articles (
      tenant text NOT NULL,
      article_id uuid NOT NULL,
      status text NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
      version integer NOT NULL,
      published_version integer,
      texts jsonb NOT NULL,
      published_texts jsonb,
      review_by date,
      group_id text,
      changed_at timestamptz(3) NOT NULL,
      changed_by text NOT NULL,
      published_at timestamptz(3),
      PRIMARY KEY (tenant, article_id)
    );
    CREATE TABLE intake.article_versions (
      tenant text NOT NULL,
      article_id uuid NOT NULL,
      version integer NOT NULL,
      texts jsonb NOT NULL,
      saved_by text NOT NULL,
      saved_at timestamptz(3) NOT NULL,
      published_at timestamptz(3),
      PRIMARY KEY (tenant, article_id, version)
    );
    CREATE TABLE intake.article_days (
      tenant text NOT NULL,
      article_id uuid NOT NULL,
      day date NOT NULL,
      views integer NOT NULL DEFAULT 0,
      answered integer NOT NULL DEFAULT 0,
      PRIMARY KEY (tenant, article_id, day)
    );
    CREATE TABLE intake.article_votes (
      tenant text NOT NULL,
      article_id uuid NOT NULL,
      voter uuid NOT NULL,
      helped boolean NOT NULL,
      at timestamptz(3) NOT NULL,
      PRIMARY KEY (tenant, article_id, voter)
    );
    ${['articles', 'article_versions', 'article_days', 'article_votes']
      .map((table) => tenantPolicy('intake', table, 'SELECT, INSERT, UPDATE'))
      .join('\n')}`,
};
