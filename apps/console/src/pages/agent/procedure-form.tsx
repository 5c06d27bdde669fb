import { TextInput } from '@mantine/core';
import type { WorkView } from '../../work/types.ts';
import type { useVerbs } from './use-verbs.ts';

/** What every dialog of a procedure is given. */
export interface ProcedureProps {
  readonly work: WorkView;
  readonly verbs: ReturnType<typeof useVerbs>;
  readonly onClose: () => void;
}

export { FormDialog as ProcedureForm } from '../../work/form-dialog.tsx';

/** A field for a moment on the hotline's own clocks. */
export function MomentField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
}) {
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      required={props.required ?? false}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
