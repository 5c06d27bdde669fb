import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { useSession } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { plainDate } from '../../time/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { sayAloud } from '../../ui/say.ts';
import { FaultInFull } from '../../ui/states.tsx';
import { act } from '../../work/api.ts';
import { Countdown } from '../../work/countdown.tsx';
import { refreshRequest } from '../agent/use-verbs.ts';
import { type ListedService, paperOf, servicesQuery } from './api.ts';
import styles from './documents.module.css';

/** One ended service: for whom, its documents to open and save, and how they went or until when they must. */
export function OneService({ item }: { item: ListedService }) {
  const { t, say, language } = useTexts();
  const { documents: rule } = useHotline();
  const { requestId, number, service, documents, dispatch } = item;
  const nameOf = (kind: string) => say(rule?.kinds.find((one) => one.kind === kind)?.name) || kind;
  const delivery = (id: string) => say(rule?.deliveries.find((one) => one.id === id)?.name) || id;
  // In the order in which the regulation names them.
  const inOrder = (rule?.kinds ?? []).flatMap(({ kind }) => documents.filter((one) => one.kind === kind));
  const title = `service-${requestId}`;
  return (
    <li>
      <section className={styles.one} aria-labelledby={title}>
        <div className={styles.head}>
          <h2 id={title}>{service.client}</h2>
          {dispatch === null ? <Countdown clocks={item.clocks} /> : null}
        </div>
        <div className="small muted">
          <Link to="/agent/$requestId" params={{ requestId }}>
            {t('documents.request', { number: displayNumber(number) })}
          </Link>
          {' · '}
          {t('documents.period', { from: plainDate(service.from, language), to: plainDate(service.to, language) })}
          {' · '}
          {service.contractInForce
            ? t('documents.contract', { contract: say(rule?.contract) })
            : t('documents.noContract', { contract: say(rule?.contract) })}
        </div>
        <ul className={styles.papers} aria-label={t('documents.papers')}>
          {inOrder.map((one) => (
            <li key={one.kind}>
              <a href={paperOf(requestId, one.kind)} target="_blank" rel="noreferrer">
                {nameOf(one.kind)} <span className={styles.number}>№ {one.number}</span>
              </a>{' '}
              <small>
                <a
                  href={paperOf(requestId, one.kind)}
                  download={`${one.number}.pdf`}
                  aria-label={t('documents.saveOne', { name: `${nameOf(one.kind)} № ${one.number}` })}
                >
                  {t('documents.save')}
                </a>
              </small>
            </li>
          ))}
        </ul>
        {dispatch === null ? (
          <Send item={item} />
        ) : (
          <p style={{ margin: 0 }}>
            {t('documents.sent', { delivery: delivery(dispatch.delivery), number: dispatch.trackingNumber })}{' '}
            <span className="muted">
              <Moment at={dispatch.at} exact />, {dispatch.by}
            </span>
          </p>
        )}
      </section>
    </li>
  );
}

/** How the documents went, and under which number they can be followed. */
function Send({ item }: { item: ListedService }) {
  const { t, say } = useTexts();
  const { documents: rule } = useHotline();
  const { roles } = useSession();
  const [delivery, setDelivery] = useState(item.service.delivery);
  const [trackingNumber, setTrackingNumber] = useState('');
  const sending = useMutation({
    mutationFn: () => act(item.requestId, 'dispatch-documents', { delivery, trackingNumber: trackingNumber.trim() }),
    onSuccess: () => {
      sayAloud(t('done.dispatch-documents'));
      refreshRequest(item.requestId);
    },
    onSettled: () => queryClient.invalidateQueries(servicesQuery()),
  });
  if (!roles.some((role) => role === 'agent' || role === 'moderator')) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (trackingNumber.trim() !== '' && !sending.isPending) sending.mutate();
      }}
    >
      <div className={styles.send}>
        <NativeSelect
          label={t('documents.delivery')}
          value={delivery}
          onChange={(event) => setDelivery(event.currentTarget.value)}
          data={(rule?.deliveries ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
        <TextInput
          required
          label={t('documents.tracking')}
          maxLength={100}
          value={trackingNumber}
          onChange={(event) => setTrackingNumber(event.currentTarget.value)}
        />
        <Button type="submit" loading={sending.isPending}>
          {t('documents.send')}
        </Button>
      </div>
      {sending.isError ? (
        <Alert color="red" variant="light" role="alert" mt="md">
          <FaultInFull error={sending.error} />
        </Alert>
      ) : null}
    </form>
  );
}
