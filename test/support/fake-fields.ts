import type { AppError } from '../../src/verification/app-error';
import type { FieldValues, IdentityFields } from '../../src/verification/ticket/ports';

/** The app's two fields on one issue. */
export class FakeFields implements IdentityFields {
  isThere = true;
  /** All that was written, oldest first. */
  readonly written: FieldValues[] = [];
  /** Errors for the next calls; `afterwards`: the call takes effect, and its answer is lost. */
  readonly failures: { error: AppError; afterwards?: boolean }[] = [];
  /** What else happens while the fields are written, before they are. */
  during: () => void | Promise<void> = () => undefined;

  get values(): FieldValues | undefined {
    return this.written.at(-1);
  }

  async write(_issueId: string, values: FieldValues): Promise<boolean> {
    const failure = this.failures.shift();
    if (failure && !failure.afterwards) throw failure.error;
    await this.during();
    if (!this.isThere) return false;
    this.written.push(values);
    if (failure) throw failure.error;
    return true;
  }
}
