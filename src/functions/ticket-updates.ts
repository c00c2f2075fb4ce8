import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod/mini';
import { AppError, toAppError } from '../verification/app-error';
import { reconcile } from '../verification/ticket/reconcile';
import { app as newApp } from '../wiring/app';

const message = z.object({ issueId: z.string() });

/** The longest pause that Forge's queue takes. */
const LONGEST_PAUSE_SECONDS = 900;
const STORAGE_PAUSE_SECONDS = 10;

/** Consumes the queue of issues whose ticket has something to be told. */
export async function ticketUpdates(event: { body: unknown }): Promise<InvocationError | undefined> {
  const { data } = message.safeParse(event.body);
  if (!data) return undefined;
  const app = newApp();
  try {
    const reconciled = await reconcile(app.verification, data.issueId);
    if (reconciled.failure) app.logFailure('ticket-updates', reconciled.failure);
    return reconciled.kind === 'later' ? again(reconciled.afterSeconds) : undefined;
  } catch (error) {
    const appError = toAppError(error);
    app.logFailure('ticket-updates', appError);
    if (!appError.isRetryable) throw new AppError('unexpected');
    return again(appError.retryAfterSeconds ?? STORAGE_PAUSE_SECONDS);
  }
}

function again(afterSeconds: number): InvocationError {
  return new InvocationError({
    retryAfter: Math.min(afterSeconds, LONGEST_PAUSE_SECONDS),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
