import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useNames } from '../app/hotline-context.ts';
import { ownNames } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import { Fault, Loading } from '../ui/states.tsx';
import { agentsQuery, proposalQuery } from './api.ts';
import styles from './dialogs.module.css';
import type { Agent, Proposal } from './types.ts';

interface Props {
  readonly requestId: string | null;
  readonly onClose: () => void;
  readonly onChosen: (requestId: string, agent: Agent) => void;
}

/** Whom to give the request to. The rule's proposal is chosen already: Enter is enough. Typing narrows the list. */
export function AssignDialog({ requestId, onClose, onChosen }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={requestId !== null}
      onClose={onClose}
      title={t('assign.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {requestId === null ? null : <Choice key={requestId} requestId={requestId} onChosen={onChosen} />}
    </Modal>
  );
}

/** The proposed agent first, the others as the service orders them; only those whose name or subjects match. */
function listed(agents: readonly Agent[], proposed: string | undefined, typed: string, skill: (id: string) => string) {
  const words = typed.trim().toLowerCase();
  const matching = agents.filter(
    (agent) =>
      words === '' || [agent.name, ...agent.skills.map(skill)].some((text) => text.toLowerCase().includes(words)),
  );
  const first = matching.find((agent) => agent.staffId === proposed);
  return first === undefined ? matching : [first, ...matching.filter((agent) => agent !== first)];
}

function Choice({ requestId, onChosen }: { requestId: string; onChosen: Props['onChosen'] }) {
  const { t } = useTexts();
  const names = useNames();
  const list = useId();
  const agents = useQuery(agentsQuery());
  const proposal = useQuery({ ...proposalQuery(requestId), retry: false });
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const shown = useMemo(
    () => listed(agents.data ?? [], proposal.data?.agentId, typed, names.skill),
    [agents.data, proposal.data, typed, names],
  );
  const chosen = shown[Math.min(at, shown.length - 1)];
  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`${list}-${chosen.staffId}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, list]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((before) =>
        Math.min(Math.max(0, Math.min(before, shown.length - 1) + step), Math.max(0, shown.length - 1)),
      );
    }
    // Until the proposal is here, Enter would choose somebody the person has not seen proposed.
    if (event.key === 'Enter' && chosen !== undefined && !proposal.isPending) {
      event.preventDefault();
      onChosen(requestId, chosen);
    }
  };

  if (agents.isError) return <Fault error={agents.error} onRetry={() => void agents.refetch()} />;
  return (
    <div className={styles.body}>
      <TextInput
        data-autofocus
        aria-label={t('assign.filter')}
        placeholder={t('assign.filter')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        {...(chosen === undefined ? {} : { 'aria-activedescendant': `${list}-${chosen.staffId}` })}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {agents.isPending || proposal.isPending ? <Loading rows={3} height={52} /> : null}
      <div
        id={list}
        role="listbox"
        aria-label={t('assign.agents')}
        className={styles.agents}
        hidden={agents.isPending || proposal.isPending}
      >
        {shown.map((agent) => (
          <AgentOption
            key={agent.staffId}
            id={`${list}-${agent.staffId}`}
            agent={agent}
            current={agent === chosen}
            proposal={proposal.data?.agentId === agent.staffId ? proposal.data : undefined}
            onChoose={() => onChosen(requestId, agent)}
          />
        ))}
      </div>
      {agents.isSuccess && shown.length === 0 ? <p className="muted">{t('assign.nobody')}</p> : null}
      <p className="small muted" style={{ margin: 0 }}>
        {t('assign.keys')}
      </p>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly agent: Agent;
  readonly current: boolean;
  readonly proposal: Proposal | undefined;
  readonly onChoose: () => void;
}

function AgentOption({ id, agent, current, proposal, onChoose }: OptionProps) {
  const { t } = useTexts();
  const names = useNames();
  const languages = agent.languages.map((language) => ownNames[language as keyof typeof ownNames] ?? language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant carries the focus
    <div
      id={id}
      role="option"
      aria-selected={current}
      className={`${styles.agent} ${current ? styles.current : ''}`}
      onClick={onChoose}
    >
      <span className={styles.agentName}>{agent.name}</span>
      <span className="muted">{t('assign.open', { count: agent.open })}</span>
      <span className={styles.about}>{[...agent.skills.map(names.skill), ...languages].join(' · ')}</span>
      {proposal === undefined ? null : (
        <span className={styles.why}>
          {t('assign.proposed')} {proposal.reason.sentence} <ClauseMark number={proposal.reason.clause} plain />
        </span>
      )}
    </div>
  );
}
