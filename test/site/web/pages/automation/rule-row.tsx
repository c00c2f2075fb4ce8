import { useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { useAction } from '../flags';
import { useSite } from '../site-context';
import { deleteRule, enableRule, runRule, type AutomationView, type Rule } from './automation-client';

interface RuleRowProps {
  rule: Rule;
  view: AutomationView;
  reload: () => void;
}

/** A rule in words, with what can be done with it. */
export function RuleRow({ rule, view, reload }: RuleRowProps): ReactNode {
  const { app } = useSite();
  const act = useAction();
  const change = (work: () => Promise<unknown>) => {
    act(async () => {
      await work();
      reload();
    });
  };
  const user = app.users.find(({ login }) => login === rule.as)?.displayName ?? rule.as;
  return (
    <li className="automation-rule" aria-label={rule.name}>
      <h3>{rule.name}</h3>
      <p>
        {triggerWords(rule, view)} → {componentWords(rule, view)}, as {user}
      </p>
      <div className="automation-doing">
        <label>
          <input
            type="checkbox"
            checked={rule.isEnabled}
            onChange={() => change(() => enableRule(rule, !rule.isEnabled))}
          />
          Enabled
        </label>
        {rule.trigger.kind === 'manual' && <RunByHand rule={rule} change={change} />}
        <Button onClick={() => change(() => deleteRule(rule))}>Delete</Button>
      </div>
    </li>
  );
}

interface RunByHandProps {
  rule: Rule;
  change: (work: () => Promise<unknown>) => void;
}

function RunByHand({ rule, change }: RunByHandProps): ReactNode {
  const [issue, setIssue] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change(() => runRule(rule, issue));
      }}
    >
      <label>
        Issue key
        <input required size={10} value={issue} onChange={(event) => setIssue(event.target.value)} />
      </label>
      <Button type="submit">Run</Button>
    </form>
  );
}

function triggerWords({ trigger }: Rule, { fields }: AutomationView): string {
  if (trigger.kind === 'issue-created') return 'Issue created';
  if (trigger.kind === 'manual') return 'By hand';
  const field = fields.find(({ key }) => key === trigger.field)?.name ?? trigger.field;
  return trigger.to === '' ? `${field} changed` : `${field} changed to ${trigger.to}`;
}

function componentWords({ component }: Rule, { actions }: AutomationView): string {
  if (component.kind === 'comment') return 'Add a comment';
  if (component.kind === 'transition') return `Transition: ${component.transition}`;
  return actions.find(({ key }) => key === component.action)?.name ?? 'Unknown component';
}
