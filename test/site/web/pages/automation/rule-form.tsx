import { useId, useState, type FormEvent, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { useAction } from '../flags';
import { useSite } from '../site-context';
import { createRule, type Action, type AutomationView, type RuleDraft } from './automation-client';

type Kind = RuleDraft['trigger']['kind'];

/** Makes a rule. Labels are tied to plain inputs, whose values are read when it is submitted. */
export function RuleForm({ view, reload }: { view: AutomationView; reload: () => void }): ReactNode {
  const { app } = useSite();
  const act = useAction();
  const [trigger, setTrigger] = useState('issue-created');
  const [component, setComponent] = useState(view.actions[0]?.key ?? COMMENT);
  const action = view.actions.find(({ key }) => key === component);
  const triggers = TRIGGERS.filter(({ key }) => key !== 'field-changed' || view.fields.length > 0);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const draft = draftIn(new FormData(form), action);
    act(async () => {
      await createRule(draft);
      form.reset();
      reload();
    });
  };
  return (
    <section aria-labelledby="automation-new">
      <h2 id="automation-new">New rule</h2>
      <form className="automation-form" onSubmit={submit}>
        <Text name="name" label="Name" />
        <Choice name="trigger" label="When" options={triggers} value={trigger} onChange={setTrigger} />
        {trigger === 'field-changed' && (
          <>
            <Choice name="field" label="Field" options={view.fields} />
            <Text name="to" label="Changed to" help="Leave it empty for any value." isOptional />
          </>
        )}
        <Choice
          name="component"
          label="Then"
          options={[...view.actions, ...jiraComponents]}
          value={component}
          onChange={setComponent}
        />
        <ComponentInputs key={component} component={component} action={action} />
        <Choice
          name="as"
          label="Connection"
          options={app.users.map(({ login, displayName }) => ({ key: login, name: displayName }))}
        />
        <Button type="submit" appearance="primary">
          Create rule
        </Button>
      </form>
    </section>
  );
}

// No key of an app's module has a colon.
const COMMENT = ':comment';
const TRANSITION = ':transition';
const jiraComponents = [
  { key: COMMENT, name: 'Add a comment' },
  { key: TRANSITION, name: 'Transition the issue' },
];

const TRIGGERS = [
  { key: 'issue-created', name: 'Issue created' },
  { key: 'field-changed', name: 'Field value changed' },
  { key: 'manual', name: 'Run by hand' },
];

/** What a component asks for; of an action those of its manifest, since none has a form of its own here. */
function ComponentInputs(props: { component: string; action: Action | undefined }): ReactNode {
  const { action, component } = props;
  if (component === TRANSITION) return <Text name="transition" label="Transition" help="Its name." />;
  if (component === COMMENT) {
    return (
      <>
        <Text name="comment" label="Comment" help="May hold {{issue.key}}." />
        <label className="automation-check">
          <input type="checkbox" name="isInternal" />
          Internal note
        </label>
      </>
    );
  }
  return (
    <>
      <p className="subtle">{action?.description}</p>
      {Object.entries(action?.inputs ?? {}).map(([name, { description, required, title }]) => (
        <Text
          key={name}
          name={`input.${name}`}
          label={title}
          help={description}
          isOptional={!required}
          // A smart value that the description speaks of.
          initial={/\{\{[\w.]+\}\}/.exec(description)?.[0] ?? ''}
        />
      ))}
    </>
  );
}

interface TextProps {
  name: string;
  label: string;
  help?: string;
  initial?: string;
  isOptional?: boolean;
}

function Text({ help, initial = '', isOptional = false, label, name }: TextProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        defaultValue={initial}
        required={!isOptional}
        aria-describedby={help && `${id}-help`}
      />
      {help && (
        <p className="subtle" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  options: readonly { key: string; name: string }[];
  /** Where the form depends on it. */
  value?: string;
  onChange?: (key: string) => void;
}

function Choice({ label, name, onChange, options, value }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={(event) => onChange?.(event.target.value)}>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function draftIn(form: FormData, action: Action | undefined): RuleDraft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name'),
    trigger: triggerIn(text),
    component: componentIn(text, action),
    as: text('as'),
  };
}

function triggerIn(text: (name: string) => string): RuleDraft['trigger'] {
  const kind = text('trigger') as Kind;
  return kind === 'field-changed' ? { kind, field: text('field'), to: text('to') } : { kind };
}

function componentIn(text: (name: string) => string, action: Action | undefined): RuleDraft['component'] {
  if (action) {
    const names = Object.keys(action.inputs);
    const inputs = Object.fromEntries(names.map((name) => [name, text(`input.${name}`)]));
    return { kind: 'action', action: action.key, inputs };
  }
  if (text('component') === TRANSITION) return { kind: 'transition', transition: text('transition') };
  return { kind: 'comment', text: text('comment'), isInternal: text('isInternal') === 'on' };
}
