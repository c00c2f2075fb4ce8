import { Checkbox } from '@forge/react';
import { Field } from '../components/field';
import { Choice } from './choice';
import { Section } from './section';
import type { SectionProps } from './settings-page';
import type { SettingsForm } from '../../contract/settings-page';

const outcomes = [
  { name: 'passed', label: 'Verification passes', recommended: 'In Progress' },
  { name: 'failed', label: 'Verification fails', recommended: 'Escalate' },
  { name: 'review', label: 'Manual review required', recommended: 'Escalate or Pending' },
] as const;

/** *JIRA Status Transitions* */
export function TransitionsSection({ model, saved, form }: SectionProps) {
  const options = statusOptions(saved.statuses, form.transitions);
  return (
    <Section
      title="JIRA Status Transitions (Optional)"
      intro="Choose the status a request is moved to. It is moved only where its workflow has a transition from the status it is in."
    >
      {outcomes.map(({ name, label, recommended }) => (
        <Field key={name} id={`transition-${name}`} label={label} help={`Recommended: ${recommended}`}>
          <Choice
            id={`transition-${name}`}
            options={options}
            value={form.transitions[name]?.id ?? ''}
            onChange={(id) => {
              const status = options.find(({ value }) => value === id);
              const chosen = status && id !== '' ? { id, name: status.label } : null;
              model.change({ transitions: { ...form.transitions, [name]: chosen } });
            }}
          />
        </Field>
      ))}
      <Checkbox
        name="doDemoResultsMoveTickets"
        label="Demo results move tickets too"
        isChecked={form.doDemoResultsMoveTickets}
        onChange={(event) => {
          model.change({ doDemoResultsMoveTickets: event.target.checked === true });
        }}
      />
    </Section>
  );
}

/** The site's statuses, and whatever is chosen although the site no longer has it. */
function statusOptions(statuses: { id: string; name: string }[], chosen: SettingsForm['transitions']) {
  const gone = Object.values(chosen).filter(
    (status) => status !== null && !statuses.some(({ id }) => id === status.id),
  );
  const all = [...statuses, ...gone.filter((status) => status !== null)];
  return [
    { value: '', label: 'Leave unchanged' },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
