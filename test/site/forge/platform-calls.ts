import { z } from 'zod';
import { functionContext } from './context';
import type { Functions } from './functions';
import type { HostedCode } from './hosted-code';
import { lifecycleEvent } from './installation';
import type { LifecycleEvent } from './installation';
import type { Installation } from './invocation';
import type { AppManifest, WebTrigger } from './manifest';
import type { ModuleType } from './modules/registry';
import type { QueueMessage } from './queue-requests';
import type { WorkflowValidator } from './modules/workflow-validator';

const hasStatusCode = z.object({ statusCode: z.number() });

export interface PlatformCallsOptions {
  manifest: () => AppManifest;
  installation: Installation;
  functions: Functions;
  hosted: HostedCode;
}

/** What the platform calls in an app on its own account, without a user. Each rejects as the app's function does. */
export class PlatformCalls {
  private readonly options: PlatformCallsOptions;

  constructor(options: PlatformCallsOptions) {
    this.options = options;
  }

  /** Tells the app of an event of its own life; `more` is added to what the platform says of it. */
  async lifecycle(eventType: LifecycleEvent, accountId: string | undefined, more: object): Promise<void> {
    const { installation, manifest } = this.options;
    const event = { ...lifecycleEvent(installation, eventType, accountId), ...more };
    for (const trigger of manifest().lifecycle.filter(({ events }) => events.includes(eventType)))
      await this.run('trigger', trigger, event);
  }

  webTrigger(trigger: WebTrigger, request: object): Promise<unknown> {
    return this.run('webtrigger', trigger, request);
  }

  async consume(event: QueueMessage, queueName: string): Promise<unknown> {
    const consumer = this.options.manifest().consumers.find((each) => each.queue === queueName);
    if (!consumer) return undefined;
    const method = 'method' in consumer ? consumer.method : undefined;
    return this.run('consumer', consumer, method === undefined ? event : resolverCall(method, event));
  }

  /** One official page wants an answer with a `statusCode` of a schedule's function, another ignores it. */
  async schedule(schedule: AppManifest['schedules'][number]): Promise<unknown> {
    const { hosted, installation } = this.options;
    const context = { cloudId: installation.cloudId, moduleKey: schedule.key };
    const answer = await this.run('scheduledTrigger', schedule, { context });
    if (!hasStatusCode.safeParse(answer).success)
      hosted.log('warn', `${schedule.function} returned no statusCode, which a schedule’s function should.`);
    return answer;
  }

  /** What a validator answers about a transition. */
  validate(validator: WorkflowValidator, request: object): Promise<unknown> {
    return this.run('jira:workflowValidator', validator, request);
  }

  private run(type: ModuleType, module: { key: string; function: string }, event: object): Promise<unknown> {
    const run = { functionKey: module.function, moduleKey: module.key, moduleType: type };
    return this.options.functions.run(run, [event, functionContext(this.options.installation)]);
  }
}

/** An event as `getDefinitions()` of `@forge/resolver` takes it; where a retry is told of is unconfirmed. */
function resolverCall(method: string, { body, jobId, retryContext }: QueueMessage): object {
  const payload = { ...body, ...(retryContext && { retryContext }) };
  return { call: { functionKey: method, payload, jobId }, context: {} };
}
