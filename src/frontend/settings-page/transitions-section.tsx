import { Checkbox } from '@forge/react';
import { MappingFields } from './mapping-fields';
import { ProjectMappings } from './project-mappings';
import { Section } from './section';
import { WorkflowChecks } from './workflow-checks';
import type { SectionProps } from './settings-page';

const outcomes = [
  { name: 'passed', label: 'Verification passes', help: 'Recommended: In Progress' },
  { name: 'failed', label: 'Verification fails', help: 'Recommended: Escalate' },
  { name: 'review', label: 'Manual review required', help: 'Recommended: Escalate or Pending' },
] as const;

/** *JIRA Status Transitions* */
export function TransitionsSection(props: SectionProps) {
  const { model, saved, form } = props;
  return (
    <Section
      title="JIRA Status Transitions (Optional)"
      intro="Choose the status a request is moved to. It is moved only where its workflow has a transition from the status it is in."
    >
      <MappingFields
        id="transition"
        fields={outcomes}
        statuses={saved.statuses}
        mapping={form.transitions}
        onChange={(transitions) => {
          model.change({ transitions });
        }}
      />
      <Checkbox
        name="doDemoResultsMoveTickets"
        label="Demo results move tickets too"
        isChecked={form.doDemoResultsMoveTickets}
        onChange={(event) => {
          model.change({ doDemoResultsMoveTickets: event.target.checked === true });
        }}
      />
      <ProjectMappings {...props} />
      <WorkflowChecks {...props} />
    </Section>
  );
}
