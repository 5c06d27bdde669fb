import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './public.module.css';

/** The regulation in its own words: rules with their numbers, and what is not answered here. */
export function Rules() {
  const { t, say } = useTexts();
  const hotline = useHotline();
  const outside = hotline.categories.filter((category) => category.outOfScope !== null);
  return (
    <>
      {outside.length === 0 ? null : (
        <section className={styles.rules} aria-labelledby="outside">
          <h2 id="outside">{t('rules.outside')}</h2>
          <ul className={styles.clauses}>
            {outside.map((category) => (
              <li key={category.id}>
                <span className={styles.clauseNumber}>{category.outOfScope?.clause}</span>
                <span className="written">{say(category.name)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.rules} aria-labelledby="rules">
        <h2 id="rules">{t('rules.title')}</h2>
        {hotline.texts.conduct === null ? null : (
          <p className={`written ${styles.welcome}`}>{say(hotline.texts.conduct)}</p>
        )}
        <ol className={styles.clauses}>
          {hotline.clauses.map((clause) => (
            <li key={clause.number}>
              <span className={styles.clauseNumber}>{clause.number}</span>
              <span className="written">{say(clause.text)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
