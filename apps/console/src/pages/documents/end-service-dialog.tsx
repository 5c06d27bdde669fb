import { Alert, Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { localDate } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { FaultInFull } from '../../ui/states.tsx';
import { ProcedureForm, type ProcedureProps } from '../agent/procedure-form.tsx';
import styles from './documents.module.css';

interface Line {
  readonly key: number;
  readonly name: string;
  readonly quantity: number | string;
  /** Roubles, as people write prices. */
  readonly price: number | string;
}

const MOST_LINES = 50;
const HUNDRED_KOPECKS = 100;

/** Says that services for the client have ended: from this the documents are numbered and their clock starts. */
export function EndServiceDialog({ verbs, onClose }: ProcedureProps) {
  const { t, say } = useTexts();
  const { documents, timeZone } = useHotline();
  const today = localDate(platformNow(), timeZone);
  const [client, setClient] = useState('');
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [lines, setLines] = useState<readonly Line[]>([{ key: 0, name: '', quantity: 1, price: '' }]);
  const [contractInForce, setContract] = useState(true);
  const [delivery, setDelivery] = useState(documents?.deliveries[0]?.id ?? '');
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const services = lines.map(({ name, quantity, price }) => ({
    name: name.trim(),
    quantity: Number(quantity),
    price: Math.round(Number(price) * HUNDRED_KOPECKS),
  }));
  const isWhole = lines.every(
    ({ name, quantity, price }) => name.trim() !== '' && Number(quantity) > 0 && price !== '',
  );
  const body = { client: client.trim(), from, to, services, contractInForce, delivery };
  return (
    <ProcedureForm
      title={t('procedure.endService')}
      confirm={t('documents.make')}
      busy={verbs.isPending}
      ready={client.trim() !== '' && from !== '' && to !== '' && isWhole}
      onClose={onClose}
      onSubmit={() => verbs.mutate({ verb: 'end-service', body }, { onSuccess: onClose })}
    >
      <TextInput
        data-autofocus
        required
        label={t('documents.client')}
        maxLength={300}
        value={client}
        onChange={(event) => setClient(event.currentTarget.value)}
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
        <TextInput
          type="date"
          required
          label={t('documents.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          required
          label={t('documents.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {lines.map(({ key, name, quantity, price }, place) => (
        <fieldset
          key={key}
          style={{ border: 0, margin: 0, padding: 0 }}
          aria-label={t('documents.line', { place: place + 1 })}
        >
          <div className={styles.line}>
            <TextInput
              required
              label={t('documents.what')}
              maxLength={300}
              value={name}
              onChange={(event) => change(key, { name: event.currentTarget.value })}
            />
            <NumberInput
              required
              label={t('documents.quantity')}
              min={0.001}
              max={100_000}
              decimalScale={3}
              value={quantity}
              onChange={(value) => change(key, { quantity: value })}
            />
            <NumberInput
              required
              label={t('documents.price')}
              min={0}
              max={10_000_000}
              decimalScale={2}
              value={price}
              onChange={(value) => change(key, { price: value })}
            />
            {lines.length === 1 ? null : (
              <Button variant="subtle" onClick={() => setLines(lines.filter((line) => line.key !== key))}>
                {t('documents.removeLine')}
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      {lines.length >= MOST_LINES ? null : (
        <div>
          <Button
            variant="default"
            size="sm"
            onClick={() =>
              setLines([
                ...lines,
                { key: Math.max(...lines.map(({ key }) => key)) + 1, name: '', quantity: 1, price: '' },
              ])
            }
          >
            {t('documents.addLine')}
          </Button>
        </div>
      )}
      <Checkbox
        label={t('documents.contractInForce', { contract: say(documents?.contract) })}
        description={t('documents.contractMeans')}
        checked={contractInForce}
        onChange={(event) => setContract(event.currentTarget.checked)}
      />
      <NativeSelect
        label={t('documents.delivery')}
        value={delivery}
        onChange={(event) => setDelivery(event.currentTarget.value)}
        data={(documents?.deliveries ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
      />
      {verbs.isError ? (
        <Alert color="red" variant="light" role="alert">
          <FaultInFull error={verbs.error} />
        </Alert>
      ) : null}
    </ProcedureForm>
  );
}
