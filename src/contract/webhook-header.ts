/** The header that carries the webhook secret, to be entered in Incode's dashboard. */
export const WEBHOOK_SECRET_HEADER = 'X-Incode-Webhook-Secret';
