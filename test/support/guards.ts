/** The name of the guarded transitions. */
export const GUARD = 'Guard';

interface Transition {
  id: string;
  name: string;
  from: string[];
  to: string;
  validators?: string[];
}

interface Workflows {
  workflows: { project: string; transitions: Transition[] }[];
}

type Send = (request: Request) => Promise<Response>;

/** Adds a transition to the help desk's workflow from each status to itself, which asks for a pass about the reporter. */
export function addGuards(url: string, send: Send): Promise<void> {
  return changeWorkflow(url, send, (transitions) => {
    const statuses = [...new Set(transitions.flatMap(({ from, to }) => [...from, to]))];
    const guarded = statuses.map((status, index) => ({
      id: String(900 + index),
      name: GUARD,
      from: [status],
      to: status,
      validators: ['identity-verified'],
    }));
    return [...transitions, ...guarded];
  });
}

/** Puts a validator on the help desk's transitions to a status, which asks for what a rule asks for. */
export function guardWaysTo(status: string, url: string, send: Send): Promise<void> {
  return changeWorkflow(url, send, (transitions) =>
    transitions.map((each) =>
      each.to === status ? { ...each, validators: ['identity-verified-by-rule'] } : each,
    ),
  );
}

async function changeWorkflow(
  url: string,
  send: Send,
  change: (transitions: Transition[]) => Transition[],
): Promise<void> {
  const workflow = new URL('/site/workflow', url);
  const { workflows } = (await (await send(new Request(workflow))).json()) as Workflows;
  const transitions = change(workflows.find(({ project }) => project === 'HELP')?.transitions ?? []);
  const body = JSON.stringify({ project: 'HELP', transitions });
  const { status } = await send(new Request(workflow, { method: 'PUT', body }));
  if (status !== 204) throw new Error('The workflow could not be guarded');
}
