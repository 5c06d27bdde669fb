import Markdown, { type Components } from 'react-markdown';
import type { Language } from '../../api/types.ts';
import styles from './help.module.css';

/** The page has its own first heading, so the text begins at the second; links leave the page by themselves. */
const components: Components = {
  h1: ({ children }) => <h2>{children}</h2>,
  a: ({ children, href }) => (
    <a href={href} target="_blank" rel="noopener nofollow">
      {children}
    </a>
  ),
};

/** An article's text. HTML in it is left out, pictures from elsewhere too: an article is words, whoever wrote it. */
export function ArticleBody({ children, language }: { children: string; language: Language }) {
  return (
    <div className={`written ${styles.body}`} lang={language}>
      <Markdown skipHtml disallowedElements={['img']} components={components}>
        {children}
      </Markdown>
    </div>
  );
}
