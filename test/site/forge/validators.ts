import { z } from 'zod';
import type { HostedCode } from './hosted-code';
import type { TransitionRequest } from './jira-port';
import type { AppManifest } from './manifest';
import type { PlatformCalls } from './platform-calls';
import { messageOf } from './realm';
import type { ForgeSwitches } from './switches';

const verdict = z.object({ result: z.boolean(), errorMessage: z.string().optional() });

export interface ValidatorsOptions {
  manifest: () => AppManifest;
  calls: PlatformCalls;
  hosted: HostedCode;
  switches: Pick<ForgeSwitches, 'failedValidatorBlocks'>;
  isInstalled: () => boolean;
}

/**
 * The app's checks on transitions. Of an app that was uninstalled they stay, and block.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
export class Validators {
  private readonly options: ValidatorsOptions;

  constructor(options: ValidatorsOptions) {
    this.options = options;
  }

  /** Why the validator with this key refuses a transition; `undefined` where it lets it through. */
  async refusalBy(key: string, request: TransitionRequest): Promise<string | undefined> {
    const { calls, isInstalled, manifest } = this.options;
    const validator = manifest().validators.find((each) => each.key === key);
    if (!validator || !isInstalled()) return `A validator blocks this transition, and its app is not there.`;
    try {
      const answer = await calls.validate(validator, this.argument(request));
      const { result, errorMessage } = verdict.parse(answer);
      // What Jira says where the app says nothing is not documented.
      return result ? undefined : (errorMessage ?? 'A validator blocks this transition.');
    } catch (error) {
      return this.failure(key, error);
    }
  }

  /** Fields are told to apps that may read issues, and only those that the transition changes. */
  private argument({ issue, transition: { from, to, modifiedFields } }: TransitionRequest): object {
    const isTold =
      this.options.manifest().scopes.includes('read:jira-work') && Object.keys(modifiedFields).length > 0;
    return { issue, configuration: {}, transition: { from, to, ...(isTold && { modifiedFields }) } };
  }

  private failure(key: string, error: unknown): string | undefined {
    const { hosted, switches } = this.options;
    const outcome = switches.failedValidatorBlocks ? 'blocks' : 'lets through';
    hosted.log('warn', `The validator ${key} failed and ${outcome}: ${messageOf(error)}`);
    return switches.failedValidatorBlocks ? 'A validator of this transition failed.' : undefined;
  }
}
