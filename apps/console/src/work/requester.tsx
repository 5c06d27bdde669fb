import type { RequestView } from '../api/types.ts';
import { useHotline, useNames } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';

/** Who asks, as terms and descriptions: name, telephone, mail, and what else the regulation asks about the client. */
export function Requester({ request }: { request: RequestView }) {
  const { t } = useTexts();
  const names = useNames();
  const hotline = useHotline();
  const { name, phone, email } = request.requester;
  return (
    <>
      <dt>{t('request.requester')}</dt>
      <dd>
        {name}
        {phone === null ? null : (
          <>
            <br />
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
          </>
        )}
        {email === null ? null : (
          <>
            <br />
            {email}
          </>
        )}
        {request.call?.verifiedAt == null ? null : (
          <>
            <br />
            {t('callers.verified')} <ClauseMark number={hotline.verification?.clause} />
          </>
        )}
      </dd>
      {request.clientCategory === null ? null : (
        <>
          <dt>{t('form.clientCategory')}</dt>
          <dd>{names.clientCategory(request.clientCategory)}</dd>
        </>
      )}
      {request.product === null ? null : (
        <>
          <dt>{t('form.product')}</dt>
          <dd>{names.product(request.product)}</dd>
        </>
      )}
      {request.acceptedRules === null ? null : (
        <>
          <dt>{t('acceptance.accepted')}</dt>
          <dd>{t('foot.edition', { edition: request.acceptedRules })}</dd>
        </>
      )}
    </>
  );
}

/** The category's own fields as they were filled in. */
export function OwnFields({ request }: { request: RequestView }) {
  const { say } = useTexts();
  const hotline = useHotline();
  const fields = hotline.categories.find((category) => category.id === request.category)?.fields ?? [];
  return Object.entries(request.fields).map(([id, value]) => {
    const field = fields.find((one) => one.id === id);
    const choice = field?.choices.find((one) => one.id === value);
    return (
      <div key={id} style={{ display: 'contents' }}>
        <dt>{field === undefined ? id : say(field.name)}</dt>
        <dd style={{ whiteSpace: 'pre-wrap' }}>{choice === undefined ? value : say(choice.name)}</dd>
      </div>
    );
  });
}
