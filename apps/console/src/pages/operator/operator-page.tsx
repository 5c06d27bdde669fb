import { Button } from '@mantine/core';
import { displayNumber, spokenNumber } from '@reglament/domain/request';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { Accepted } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CategoryChoice } from '../../request-form/category-choice.tsx';
import { Contact, Details } from '../../request-form/fields.tsx';
import formStyles from '../../request-form/form.module.css';
import { FormFault } from '../../request-form/form-fault.tsx';
import { type RequestForm, useRequestForm } from '../../request-form/use-request-form.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { callQuery } from './call-api.ts';
import { CallerCheck } from './caller-check.tsx';
import styles from './operator.module.css';
import { RecentCalls } from './recent-calls.tsx';
import { TellCaller, TellUnverified } from './tell-caller.tsx';

/** The operator formalises a call while the caller is on the line. */
export function OperatorPage() {
  const { t, say } = useTexts();
  const hotline = useHotline();
  const line = hotline.entryPoints.find((one) => one.channel === 'phone');
  const phone = hotline.channels.find((one) => one.channel === 'phone');
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('operator.title')} />
      {line === undefined || phone?.open !== true ? (
        <div style={{ marginTop: 24 }}>
          <Empty title={t('operator.noCalls')}>
            <p>
              {say(phone?.refusal)} <ClauseMark number={phone?.clause} />
            </p>
          </Empty>
        </div>
      ) : (
        <CallForm entryPoint={line.id} />
      )}
      <RecentCalls />
    </main>
  );
}

function CallForm({ entryPoint }: { entryPoint: string }) {
  const { t } = useTexts();
  const { tenant, verification } = useHotline();
  const { data: call } = useQuery({ ...callQuery(), enabled: verification !== null });
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const form = useRequestForm({
    draftKey: `call.${tenant}`,
    entryPoint,
    channel: 'phone',
    send: async (body, key) => {
      const filed = await api.post<Accepted>(
        '/intake/requests',
        call == null ? body : { ...body, callId: call.callId },
        { 'idempotency-key': key },
      );
      setAccepted(filed);
      void queryClient.invalidateQueries({ queryKey: ['found'] });
      return filed;
    },
  });
  // Beyond the subject nothing is open about what only a verified caller is advised on (kuty 2.2).
  const closed = verification?.covers.includes(form.draft.category) === true && call?.state !== 'verified';
  return (
    <>
      {accepted === null ? null : <Registered accepted={accepted} />}
      {verification === null ? null : (
        <CallerCheck onBegun={(phone) => form.change(form.draft.phone === '' ? { phone } : {}, 'requester.phone')} />
      )}
      <div className={styles.columns}>
        <form
          ref={form.form}
          className={formStyles.form}
          noValidate
          aria-label={t('operator.title')}
          onSubmit={(event) => {
            event.preventDefault();
            form.submit();
          }}
        >
          <CategoryChoice form={form} legend={t('operator.about')} />
          {closed ? <p className={formStyles.notice}>{t('callers.closed')}</p> : <Detailed form={form} />}
        </form>
        {closed ? (
          <TellUnverified />
        ) : (
          <TellCaller category={form.draft.category} clientCategory={form.draft.clientCategory} />
        )}
      </div>
    </>
  );
}

function Detailed({ form }: { form: RequestForm }) {
  const { t } = useTexts();
  return (
    <>
      <fieldset className={formStyles.group}>
        <legend>{t('operator.caller')}</legend>
        <Contact form={form} size="sm" nameLabel={t('operator.name')} />
      </fieldset>
      <fieldset className={formStyles.group}>
        <legend>{t('operator.words')}</legend>
        <Details form={form} size="sm" textLabel={t('operator.text')} />
      </fieldset>
      <FormFault form={form} />
      <div className={formStyles.send}>
        <Button type="submit" size="md" loading={form.sending.isPending}>
          {t('operator.register')}
        </Button>
        <Button variant="subtle" color="gray" onClick={form.forget}>
          {t('operator.clear')}
        </Button>
      </div>
    </>
  );
}

function Registered({ accepted }: { accepted: Accepted }) {
  const { t, language } = useTexts();
  return (
    <div className={styles.done} role="status">
      <span className="muted">{t('operator.registered')}</span>
      <strong data-testid="number">{displayNumber(accepted.number)}</strong>
      <span>{spokenNumber(accepted.number, language)}</span>
      {accepted.promises.map((promise) => (
        <span key={promise.rule}>
          {promise.sentence} <ClauseMark number={promise.clause} />
        </span>
      ))}
    </div>
  );
}
