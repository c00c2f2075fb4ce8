import type { ValueType } from '../forge/modules/action';
import type { Jira } from '../jira/jira';
import { paragraphs } from '../jira/paragraphs';
import type { AutomationOptions } from './automation';
import type { AuditEntry, Rule } from './rule';
import { withSmartValues } from './smart-values';

export type RunOutcome = Pick<AuditEntry, 'isSuccess' | 'text'>;

type Component<Kind> = Extract<Rule['component'], { kind: Kind }>;

/** One run, of a rule's only component, as the user of its connection. Never rejects. */
export async function runComponent(
  { as, component }: Rule,
  issueKey: string,
  options: AutomationOptions,
): Promise<RunOutcome> {
  if (component.kind === 'action') return runAction(component, { as, issueKey }, options);
  const run: JiraRun = { as, issueKey, jira: options.jira };
  return component.kind === 'comment' ? comment(component, run) : transition(component, run);
}

async function runAction(
  { action: key, inputs }: Component<'action'>,
  { as, issueKey }: Omit<JiraRun, 'jira'>,
  { actions, jira, runAction: run }: AutomationOptions,
): Promise<RunOutcome> {
  const action = actions().find((each) => each.key === key);
  // What the rule's page shows of the action of an app that is gone.
  if (!action) return { isSuccess: false, text: 'Unknown component' };
  const user = jira.users().find(({ login }) => login === as);
  if (!user) return { isSuccess: false, text: `There is no user ${as}` };
  const issue = jira.issue(issueKey);
  const filled = Object.entries(inputs).map(([name, text]) => [
    name,
    valueOf(withSmartValues(text, issue), action.inputs[name]?.type),
  ]);
  const given = Object.fromEntries(filled.filter(([, value]) => value !== '')) as Record<string, unknown>;
  const answer = await run({ action, inputs: given, user, ...(issue && { issue }) });
  if ('outputs' in answer) return { isSuccess: true, text: JSON.stringify(answer.outputs) };
  return { isSuccess: false, text: answer.errors.map(({ message }) => message).join(' ') };
}

/** What was typed, in the type of the input; what cannot be read stays text, and is then refused. */
function valueOf(text: string, type: ValueType = 'string'): unknown {
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  const isNumber = (type === 'integer' || type === 'number') && text !== '' && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text;
}

interface JiraRun {
  as: string;
  issueKey: string;
  jira: Jira;
}

async function comment({ text, isInternal }: Component<'comment'>, run: JiraRun): Promise<RunOutcome> {
  const words = withSmartValues(text, run.jira.issue(run.issueKey));
  const property = { key: 'sd.public.comment', value: { internal: true } };
  return outcomeOf(
    await askJira(run, 'comment', {
      body: paragraphs(words),
      ...(isInternal && { properties: [property] }),
    }),
    'The comment was added.',
  );
}

async function transition({ transition: name }: Component<'transition'>, run: JiraRun): Promise<RunOutcome> {
  const listed = await askJira(run, 'transitions');
  if (!listed.ok) return outcomeOf(listed, '');
  const { transitions } = (await listed.json()) as { transitions: { id: string; name: string }[] };
  const id = transitions.find((each) => each.name === name)?.id;
  if (id === undefined) return { isSuccess: false, text: `There is no transition ${name} from here.` };
  const answer = await askJira(run, 'transitions', { transition: { id } });
  return outcomeOf(answer, 'The issue was transitioned.');
}

async function askJira({ as, issueKey, jira }: JiraRun, what: string, body?: object): Promise<Response> {
  const address = `http://jira.invalid/rest/api/3/issue/${encodeURIComponent(issueKey)}/${what}`;
  const headers = { 'content-type': 'application/json' };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
  return jira.rest.fetch(new Request(address, init), { actor: { kind: 'user', user: as } });
}

async function outcomeOf(answer: Response, success: string): Promise<RunOutcome> {
  if (answer.ok) return { isSuccess: true, text: success };
  const { errorMessages = [], errors = {} } = (await answer.json()) as {
    errorMessages?: string[];
    errors?: Record<string, string>;
  };
  return { isSuccess: false, text: [...errorMessages, ...Object.values(errors)].join(' ') };
}
