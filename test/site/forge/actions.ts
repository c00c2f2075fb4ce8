import { z } from 'zod';
import { functionContext } from './context';
import type { Functions } from './functions';
import type { HostedCode } from './hosted-code';
import type { Installation } from './invocation';
import type { IssueContext, SiteUser } from './jira-port';
import type { ActionModule, ValueType } from './modules/action';
import type { ForgeSwitches } from './switches';

/** What Automation gets of an action. */
export type ActionAnswer = { outputs: Record<string, unknown> } | { errors: { message: string }[] };

export interface ActionCall {
  action: ActionModule;
  inputs: Readonly<Record<string, unknown>>;
  /** Whose connection the rule uses. */
  user: SiteUser;
  /** Which issue the rule runs for. */
  issue?: IssueContext;
}

export interface ActionsOptions {
  functions: Functions;
  hosted: HostedCode;
  installation: Installation;
  switches: Pick<ForgeSwitches, 'actionInputsAreNested' | 'actionsAreToldTheIssue'>;
}

/** That it is a general text is documented, its words are not. */
const FAILED = 'The app could not run this action.';

const refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

const VALUES: Record<ValueType, z.ZodType> = {
  string: z.string(),
  integer: z.int(),
  number: z.number(),
  boolean: z.boolean(),
};

/**
 * The app's actions, as Automation calls them.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#action-execution
 */
export class Actions {
  private readonly options: ActionsOptions;

  constructor(options: ActionsOptions) {
    this.options = options;
  }

  /** Runs an action in the name of the user of the rule's connection. */
  async run(call: ActionCall): Promise<ActionAnswer> {
    const { functions, hosted, installation } = this.options;
    const { action, inputs, user } = call;
    const faults = inputFaults(action, inputs);
    if (faults.length > 0) return { errors: faults.map((message) => ({ message })) };
    const run = { functionKey: action.function, moduleKey: action.key, moduleType: 'action' as const, user };
    try {
      const answer = await functions.run(run, [this.argument(call), functionContext(installation, user)]);
      const refused = refusal.safeParse(answer);
      if (refused.success) return refused.data;
      const outputs = outputsOf(action).safeParse(answer ?? {});
      if (outputs.success) return { outputs: outputs.data };
      hosted.log(
        'error',
        `${action.key} returned what it does not declare: ${z.prettifyError(outputs.error)}`,
      );
    } catch {
      // The function has logged why.
    }
    return { errors: [{ message: FAILED }] };
  }

  private argument({ action, inputs, issue }: ActionCall): object {
    const { installation, switches } = this.options;
    const isTold = switches.actionsAreToldTheIssue && issue;
    const jira = issue && { issueId: issue.id, issueKey: issue.key, projectKey: issue.projectKey };
    const context = { cloudId: installation.cloudId, moduleKey: action.key, jira };
    const payload = { ...inputs, ...(isTold && { context }) };
    return switches.actionInputsAreNested ? { payload } : payload;
  }
}

/** As Automation checks a rule's configuration, in its words where the page shows them. */
function inputFaults(action: ActionModule, inputs: Readonly<Record<string, unknown>>): string[] {
  const declared = Object.entries(action.inputs).flatMap(([name, { required, type }]) => {
    const value = inputs[name];
    if (value === undefined || value === '') return required ? [`${name} is required`] : [];
    return VALUES[type].safeParse(value).success ? [] : [`${name} must be of the type ${type}`];
  });
  const stray = Object.keys(inputs).filter((name) => !(name in action.inputs));
  return [...declared, ...stray.map((name) => `${name} is not an input of ${action.key}`)];
}

/** What is declared, and nothing else, is passed on to the rule. */
function outputsOf({ outputs }: ActionModule) {
  const shape = Object.entries(outputs).map(([name, { nullable, type }]) => [
    name,
    nullable ? VALUES[type].nullish() : VALUES[type],
  ]);
  return z.object(Object.fromEntries(shape) as Record<string, z.ZodType>);
}
