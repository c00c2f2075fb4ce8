import { WEBHOOK_SECRET_HEADER } from '../contract/webhook-header';
import { isWebhookAccepted } from '../settings/webhook-secret';
import { AppError, toAppError } from '../verification/app-error';
import { receiveEvent } from '../verification/ticket/receive-event';
import { app as newApp } from '../wiring/app';
import type { WebhookRefusal } from '../settings/webhook-journal';
import type { App } from '../wiring/app';
import type { WebTriggerRequest, WebTriggerResponse } from '@forge/api';

/**
 * Receives Incode's webhooks. 2xx: nothing more is wanted of this delivery; 401: no valid secret, and nothing was
 * read; 4xx: not a webhook of Incode's; 503: it could not be recorded and should come again.
 * Incode takes a 200 for delivered only with a JSON content type.
 */
export async function incodeWebhook(request: WebTriggerRequest): Promise<WebTriggerResponse> {
  const app = newApp();
  try {
    return reply(await receive(app, request));
  } catch (error) {
    const appError = toAppError(error);
    app.logFailure('incode-webhook', appError);
    if (!appError.isRetryable) throw new AppError('unexpected');
    return reply(503);
  }
}

async function receive(app: App, request: WebTriggerRequest): Promise<number> {
  const presented = headerValues(request, WEBHOOK_SECRET_HEADER);
  if (presented.length === 0) return refuse(app, 401, { reason: 'no-secret' });
  if (!(await isWebhookAccepted(app.settings, presented)))
    return refuse(app, 401, { reason: 'wrong-secret' });
  if (request.method !== 'POST') return refuse(app, 405, { reason: 'not-a-post' });
  const body = app.readWebhookBody(request.body, app.clock.now());
  if (body.kind === 'unreadable') return refuse(app, 400, { reason: body.reason, keys: body.keys });
  const { webhookJournal } = app.settings;
  await Promise.all([
    body.kind === 'session-event' && receiveEvent(app.verification, body.event),
    // Beside the recording of the event, so that no answer waits longer for it.
    webhookJournal.arrived(
      body.kind === 'session-event' ? body.event.type : `other:${body.name}`,
      app.clock.now(),
    ),
  ]);
  return 200;
}

async function refuse(app: App, status: number, refusal: Omit<WebhookRefusal, 'at'>): Promise<number> {
  await app.settings.webhookJournal.refused({ ...refusal, at: app.clock.now() });
  return status;
}

function headerValues({ headers }: WebTriggerRequest, name: string): string[] {
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, values]) => values);
}

const bodies: Record<number, string> = {
  200: '{"status":"received"}',
  400: '{"error":"This is not a webhook that can be read."}',
  401: '{"error":"Not accepted."}',
  405: '{"error":"Webhooks are posted."}',
  503: '{"error":"Not recorded. Please send it again."}',
};

function reply(statusCode: number): WebTriggerResponse {
  return {
    statusCode,
    headers: { 'Content-Type': ['application/json'] },
    body: bodies[statusCode] ?? '{}',
  };
}
