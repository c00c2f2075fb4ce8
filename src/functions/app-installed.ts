import { app as newApp } from '../wiring/app';

/** Makes what an installation needs once: its key for pseudonyms, and the address for Incode's webhooks. */
export async function appInstalled(): Promise<void> {
  const { verification, webhookAddress } = newApp();
  await Promise.all([verification.pseudonyms.employeeKey(''), webhookAddress.url()]);
}
