import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Field, Named } from '../api/types.ts';
import { useHotline } from '../app/hotline-context.ts';
import { FilePicker } from '../files/file-picker.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import { textLimit } from './check.ts';
import styles from './form.module.css';
import type { RequestForm } from './use-request-form.ts';

/** The details: product and kind of client where the regulation has them, the category’s own fields, and the question itself. */
export function Details({
  form,
  size = 'md',
  textLabel,
}: {
  form: RequestForm;
  size?: 'sm' | 'md';
  textLabel: string;
}) {
  const { t } = useTexts();
  const hotline = useHotline();
  const { draft, change, errors } = form;
  return (
    <>
      {hotline.clientCategories.length === 0 ? null : (
        <Choice
          label={t('form.clientCategory')}
          field="clientCategory"
          required
          size={size}
          choices={hotline.clientCategories}
          value={draft.clientCategory}
          error={errors.clientCategory}
          onChange={(clientCategory) => change({ clientCategory }, 'clientCategory')}
        />
      )}
      {hotline.products.length === 0 ? null : (
        <Choice
          label={t('form.product')}
          field="product"
          size={size}
          choices={hotline.products}
          value={draft.product}
          error={errors.product}
          onChange={(product) => change({ product }, 'product')}
        />
      )}
      {form.category?.fields.map((field) => (
        <OwnField key={field.id} field={field} form={form} size={size} />
      ))}
      <Textarea
        label={textLabel}
        required
        autosize
        minRows={4}
        maxRows={18}
        size={size}
        maxLength={textLimit}
        data-field="text"
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value }, 'text')}
        error={errors.text}
      />
      <FilePicker
        files={draft.files}
        onChange={form.changeFiles}
        onBusy={form.setFilesUnderway}
        error={errors.attachments}
      />
    </>
  );
}

function OwnField({ field, form, size }: { field: Field; form: RequestForm; size: 'sm' | 'md' }) {
  const { say } = useTexts();
  const name = `fields.${field.id}`;
  const value = form.draft.fields[field.id] ?? '';
  const onChange = (next: string) => form.change({ fields: { ...form.draft.fields, [field.id]: next } }, name);
  const error = form.errors[name];
  const common = {
    label: say(field.name),
    required: field.required,
    size,
    'data-field': name,
    error: withClause(error, field.clause),
  };
  if (field.type === 'choice') {
    return <Choice {...common} field={name} choices={field.choices} value={value} error={error} onChange={onChange} />;
  }
  if (field.type === 'long-text') {
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxRows={12}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const type = field.type === 'phone' ? 'tel' : field.type;
  return <TextInput {...common} type={type} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}

/** The rule behind a mistake, where the regulation has one. */
function withClause(error: string | undefined, clause: string | null) {
  if (error === undefined) return undefined;
  return (
    <>
      {error} <ClauseMark number={clause} />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly field: string;
  readonly choices: readonly Named[];
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly error: string | undefined;
  readonly required?: boolean;
  readonly size: 'sm' | 'md';
}

function Choice({ label, field, choices, value, onChange, error, required = false, size }: ChoiceProps) {
  const { t, say } = useTexts();
  return (
    <NativeSelect
      label={label}
      required={required}
      size={size}
      data-field={field}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('form.choose') },
        ...choices.map((one) => ({ value: one.id, label: say(one.name) })),
      ]}
    />
  );
}

/** How the person can be reached. */
export function Contact({
  form,
  size = 'md',
  nameLabel,
}: {
  form: RequestForm;
  size?: 'sm' | 'md';
  nameLabel: string;
}) {
  const { t } = useTexts();
  const { draft, change, errors } = form;
  return (
    <>
      <TextInput
        label={nameLabel}
        required
        size={size}
        autoComplete="name"
        maxLength={200}
        data-field="requester.name"
        value={draft.name}
        error={errors['requester.name']}
        onChange={(event) => change({ name: event.currentTarget.value }, 'requester.name')}
      />
      <div className={styles.two}>
        <TextInput
          label={t('form.email')}
          type="email"
          size={size}
          autoComplete="email"
          maxLength={254}
          data-field="requester.email"
          value={draft.email}
          error={errors['requester.email'] ?? errors.requester}
          onChange={(event) => change({ email: event.currentTarget.value }, 'requester.email')}
        />
        <TextInput
          label={t('form.phone')}
          type="tel"
          size={size}
          autoComplete="tel"
          maxLength={40}
          data-field="requester.phone"
          value={draft.phone}
          error={errors['requester.phone']}
          onChange={(event) => change({ phone: event.currentTarget.value }, 'requester.phone')}
        />
      </div>
    </>
  );
}
