import { expect } from './fixtures';
import { openPage } from './kept-contexts';
import type { Site } from 'local-site/site';
import type { BrowserContext, Locator, Page } from '@playwright/test';

/**
 * Opens a page with a module of the app, and waits until the app has loaded, as far as it says so in English. On a slow
 * machine a browser that has just been started takes longer for that than `expect` waits for what follows.
 */
async function opensModule(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.app-frame:not(:has([aria-label^="Loading"]))').first().waitFor();
}

/** Types into a field and presses a button within one instant. */
export async function typesAndPresses(field: Locator, text: string, button: Locator): Promise<void> {
  const pressed = await button.elementHandle();
  await field.evaluate(
    (input: HTMLInputElement, { text, pressed }) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      pressed.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    },
    { text, pressed },
  );
}

/** A service agent with a request open. */
export class Agent {
  readonly page: Page;
  private readonly site: Site;

  constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
  }

  static async opens(context: BrowserContext, site: Site, key: string, as = 'agent'): Promise<Agent> {
    const agent = new Agent(await openPage(context), site);
    await opensModule(agent.page, `${site.url}/browse/${key}?as=${as}`);
    return agent;
  }

  field(label: string): Locator {
    return this.page.getByLabel(label);
  }

  /** The app's panel on the request, as a person sees it. */
  panel(): Locator {
    return this.page.getByRole('region', { name: 'Incode Identity Verification' });
  }

  /** A button of the app's panel. */
  button(name: string): Locator {
    return this.panel().getByRole('button', { name });
  }

  /** What Jira shows over the page, wherever one has scrolled to, and reads out. */
  flag(title: string): Locator {
    return this.page.getByRole('status').getByRole('region', { name: title });
  }

  /** The app's part of the side bar. */
  sideBar(): Locator {
    return this.page.getByRole('region', { name: 'Identity verification', exact: true });
  }

  /** Waits until the app has done all that the site's clock makes it do, here and on the site. */
  async isAtRest(): Promise<void> {
    await expect.poll(() => this.doesNothing(), { intervals: [25] }).toBe(true);
  }

  private async doesNothing(): Promise<boolean> {
    const offset = this.site.clock.offset();
    const frames = this.page.frames().filter((frame) => frame.url().includes('/frame/'));
    const asked = frames.map((frame) =>
      frame.evaluate((at) => (globalThis as unknown as FrameGlobals).__localSite.isAtRest(at), offset),
    );
    // A frame that goes meanwhile gives no answer.
    const answers = await Promise.allSettled(asked);
    const atRest = answers.every((answer) => answer.status === 'fulfilled' && answer.value);
    return atRest && this.site.forge.isIdle();
  }

  async clicks(button: string): Promise<void> {
    await this.button(button).click();
  }

  async sendsBySms(email: string, phone: string): Promise<void> {
    await this.field('Corporate email').fill(email);
    await this.page.getByLabel('SMS').check();
    await this.field('Phone number').fill(phone);
    await this.clicksSend();
  }

  async sendsByEmail(email: string, alternate = ''): Promise<void> {
    await this.field('Corporate email').fill(email);
    await this.page.getByLabel('Email', { exact: true }).check();
    if (alternate !== '') {
      await this.clicks('Send to another address');
      await this.field('Send to another address').fill(alternate);
    }
    await this.clicksSend();
  }

  async clicksSend(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send verification link' }).click();
  }

  /** Reads in the details of the panel, and folds them again. */
  async readsInDetails(...texts: (string | RegExp)[]): Promise<void> {
    await this.clicks('Details');
    for (const text of texts) await expect(this.panel().getByText(text)).toBeVisible();
    await this.clicks('Hide details');
  }

  /** The panel's message with this heading, within `timeout` milliseconds. */
  async sees(heading: string, timeout = 10_000): Promise<void> {
    // Until it is there, `expect` would describe the whole page at every look.
    await this.page.getByRole('heading', { name: heading }).waitFor({ timeout });
  }

  async seesStatus(status: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: status })).toBeVisible();
  }

  /** The comments on the request as Jira has them. */
  comments(key: string): { text: string; internal: boolean }[] {
    const { issues } = this.site.jira.state() as JiraState;
    const issue = issues.find((candidate) => candidate.key === key);
    return (issue?.comments ?? []).map(({ body, internal }) => ({ text: JSON.stringify(body), internal }));
  }
}

/** What the site puts into an app's frame. */
interface FrameGlobals {
  __localSite: { isAtRest: (offset: number) => boolean };
}

interface JiraState {
  issues: { key: string; comments: { body: unknown; internal: boolean }[] }[];
}

/** Somebody who has a request open in the help center. */
export class Customer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async opens(
    context: BrowserContext,
    site: Site,
    key: string,
    { as = 'customer', locale = 'en-US' } = {},
  ): Promise<Customer> {
    const customer = new Customer(await openPage(context));
    const query = new URLSearchParams({ as, locale }).toString();
    await opensModule(customer.page, `${site.url}/servicedesk/customer/portal/1/${key}?${query}`);
    return customer;
  }

  /** The app's panel beside the request; there is no other module there. */
  panel(): Locator {
    return this.page.locator('.portal-module');
  }

  async reads(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.panel().getByText(text)).toBeVisible();
  }

  /** What to read to the agent, and what the agent must answer. */
  async code(): Promise<{ first: string; last: string }> {
    const sentence = /Read the agent the first three: (\d{3})\. They must answer (\d{3})\./;
    const [, first = '', last = ''] = sentence.exec((await this.panel().textContent()) ?? '') ?? [];
    return { first, last };
  }

  /** Says for good that they did not ask for the check. */
  async objects(): Promise<void> {
    await this.panel().getByRole('button', { name: 'I did not ask for this' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'I did not ask for this' }).click();
    await this.reads('You told the help desk that you did not ask for this');
  }
}

/** An employee with a phone. */
export class Employee {
  readonly page: Page;
  private readonly site: Site;

  constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
  }

  static async takesPhone(context: BrowserContext, site: Site): Promise<Employee> {
    return new Employee(await openPage(context), site);
  }

  /** Opens the newest message's link. */
  async opensLink(): Promise<void> {
    await this.page.goto(`${this.site.url}/phone`);
    await this.page.getByRole('listitem').first().getByRole('link').click();
    await expect(this.page.getByRole('button', { name: 'Pass', exact: true })).toBeVisible();
  }

  async taps(button: 'Pass' | 'Fail' | 'Needs review' | 'Walk away'): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }
}

/** Incode, as far as it says things by itself. */
export class Incode {
  private readonly site: Site;

  constructor(site: Site) {
    this.site = site;
  }

  /** Delivers a webhook about the newest session. */
  async tells(eventType: string, changes: object = {}): Promise<void> {
    const { webhooks, sessions } = this.site.incode.state();
    const { interviewId, loginHint } = sessions.at(-1) as { interviewId: string; loginHint: string };
    const { url, headers } = webhooks[0] as { url: string; headers: Record<string, string> };
    const body = JSON.stringify({ eventType, interviewId, loginHint, ...changes });
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
  }
}

/** Chooses an option of a select field. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
