/** The name of the guarded transitions. */
export const GUARD = 'Guard';

interface Workflows {
  workflows: { project: string; transitions: { id: string; from: string[]; to: string }[] }[];
}

/** Adds a transition to the help desk's workflow from each status to itself, which asks for a pass about the reporter. */
export async function addGuards(url: string, send: (request: Request) => Promise<Response>): Promise<void> {
  const workflow = new URL('/site/workflow', url);
  const { workflows } = (await (await send(new Request(workflow))).json()) as Workflows;
  const transitions = workflows.find(({ project }) => project === 'HELP')?.transitions ?? [];
  const statuses = [...new Set(transitions.flatMap(({ from, to }) => [...from, to]))];
  const guarded = statuses.map((status, index) => ({
    id: String(900 + index),
    name: GUARD,
    from: [status],
    to: status,
    validators: ['identity-verified'],
  }));
  const body = JSON.stringify({ project: 'HELP', transitions: [...transitions, ...guarded] });
  const { status } = await send(new Request(workflow, { method: 'PUT', body }));
  if (status !== 204) throw new Error('The workflow could not be guarded');
}
