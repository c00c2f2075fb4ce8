import { useCallback, useEffect, type ReactNode } from 'react';
import type { ProjectWorkflow } from '../../../jira/workflows';
import { requestJson, sendJson } from '../../http';
import { useAction } from '../flags';
import { useSite } from '../site-context';
import { useSiteData } from '../use-site-data';
import { AdministratorsOnly } from './administrators-only';
import { TopBar } from './top-bar';
import './jira.css';
import './workflows.css';

interface Workflows {
  workflows: readonly ProjectWorkflow[];
  /** The app's validators. */
  validators: readonly { key: string; name: string }[];
}

/** The workflow of each project, and which of the app's validators stand on which transition. */
export function WorkflowsPage(): ReactNode {
  const { locale } = useSite();
  const load = useCallback(() => loadWorkflows(locale), [locale]);
  const { data, reload } = useSiteData(load);
  useEffect(() => {
    document.title = 'Workflows - Jira';
  }, []);
  return (
    <AdministratorsOnly>
      <TopBar />
      <main className="workflows">
        <h1>Workflows</h1>
        {data?.validators.length === 0 && <p className="subtle">The app has no validators.</p>}
        {data?.workflows.map((workflow) => (
          <section key={workflow.project} aria-label={workflow.name}>
            <h2>
              {workflow.name} ({workflow.project})
            </h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">Transition</th>
                  <th scope="col">From</th>
                  <th scope="col">To</th>
                  <th scope="col">Validators</th>
                </tr>
              </thead>
              <tbody>
                {workflow.transitions.map(({ id }) => (
                  <TransitionRow key={id} {...{ id, workflow, reload }} validators={data.validators} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </main>
    </AdministratorsOnly>
  );
}

interface TransitionRowProps extends Pick<Workflows, 'validators'> {
  id: string;
  workflow: ProjectWorkflow;
  reload: () => void;
}

/** One transition, with a checkbox for each validator that can stand on it. */
function TransitionRow({ id, workflow, validators, reload }: TransitionRowProps): ReactNode {
  const act = useAction();
  const transition = workflow.transitions.find((each) => each.id === id);
  if (!transition) return null;
  const { from, name, to, validators: chosen = [] } = transition;
  const toggle = (key: string) => {
    act(async () => {
      const wanted = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key];
      await saveValidators(workflow, id, wanted);
      reload();
    });
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{from.join(', ')}</td>
      <td>{to}</td>
      <td>
        <div role="group" aria-label={name}>
          {validators.map((validator) => (
            <label key={validator.key}>
              <input
                type="checkbox"
                checked={chosen.includes(validator.key)}
                onChange={() => toggle(validator.key)}
              />
              {validator.name}
            </label>
          ))}
        </div>
      </td>
    </tr>
  );
}

function loadWorkflows(locale: string): Promise<Workflows> {
  return requestJson(`/site/workflow?${new URLSearchParams({ locale }).toString()}`);
}

function saveValidators(
  { project, transitions }: ProjectWorkflow,
  id: string,
  validators: readonly string[],
): Promise<unknown> {
  const changed = transitions.map((each) => (each.id === id ? { ...each, validators } : each));
  return sendJson('PUT', '/site/workflow', { project, transitions: changed });
}
