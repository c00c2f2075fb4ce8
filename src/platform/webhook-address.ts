import { webTrigger } from '@forge/api';
import type { WebhookAddress } from '../settings/ports';

/** @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger-api/ */
export const webhookAddress: WebhookAddress = {
  url: () => webTrigger.getUrl('incode-webhook'),
};
