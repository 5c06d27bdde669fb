import { useNames } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import styles from './form.module.css';
import type { RequestForm } from './use-request-form.ts';

/** What the request is about, in the tenant’s plain words. Questions outside the scope stand last and say so. */
export function CategoryChoice({ form, legend }: { form: RequestForm; legend: string }) {
  const { t, say } = useTexts();
  const names = useNames();
  const error = form.errors.category;
  return (
    <fieldset className={styles.group} aria-describedby={error === undefined ? undefined : 'category-error'}>
      <legend>{legend}</legend>
      <div className={styles.choices}>
        {form.categories.map((category, index) => (
          <label key={category.id} className={styles.choice}>
            <input
              type="radio"
              name="category"
              value={category.id}
              checked={form.draft.category === category.id}
              onChange={() => form.change({ category: category.id }, 'category')}
              {...(index === 0 ? { 'data-field': 'category' } : {})}
            />
            <span className={styles.choiceName}>
              {say(category.name)}
              {category.outOfScope === null ? null : (
                <span className={styles.choiceNote}>
                  {category.outOfScope.vendor === null
                    ? t('form.notAnswered')
                    : t('form.handedTo', { vendor: names.vendor(category.outOfScope.vendor) })}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <p className={styles.error} id="category-error">
          {error}
        </p>
      )}
      {form.category?.outOfScope ? (
        <p className={styles.notice} role="status">
          {form.category.outOfScope.vendor === null ? t('form.outOfScope') : t('form.outOfScopeVendor')}{' '}
          <ClauseMark number={form.category.outOfScope.clause} />
        </p>
      ) : null}
    </fieldset>
  );
}
