import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HelpDesk } from './help-desk';

const project = resolve(__dirname, '../../..');
const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** This app with one line of its manifest left out. */
async function appWithout(line: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'app-'));
  folders.push(folder);
  const manifest = await readFile(join(project, 'manifest.yml'), 'utf8');
  if (!manifest.includes(line)) throw new Error(`The manifest has no line ${line}`);
  await writeFile(join(folder, 'manifest.yml'), manifest.replace(line, ''));
  for (const name of ['src', 'static'])
    await cp(join(project, name), join(folder, name), { recursive: true });
  return folder;
}

/** The whole main job. */
async function verify(app: string): Promise<void> {
  const desk = await HelpDesk.open(app);
  try {
    await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    const { status, comments } = desk.issue('HELP-1');
    if (status.name !== 'In Progress') throw new Error(`The status is ${status.name}`);
    if (comments.length !== 1) throw new Error('There is no comment');
  } finally {
    await desk.close();
  }
}

test('the main job works with the manifest as it is', async () => {
  await verify(project);
});

test.each([
  '- storage:app',
  '- read:jira-work',
  '- write:jira-work',
  '- address: https://auth.demo.incode.com',
  '- address: https://demo-api.incodesmile.com',
])('it does not without the line “%s”', async (line) => {
  await expect(verify(await appWithout(line))).rejects.toThrow();
});

/** The production hosts that a send reached. */
async function productionReached(app: string): Promise<string[]> {
  const desk = await HelpDesk.open(app);
  try {
    await desk.usesProduction();
    await desk.sendsLink().catch(() => undefined);
    const urls = desk.site.journal.calls.filter(
      ({ target, status }) => target === 'egress' && status === 200,
    );
    return [...new Set(urls.map(({ path }) => new URL(path).origin))].filter(
      (origin) => !origin.includes('demo'),
    );
  } finally {
    await desk.close();
  }
}

const productionHosts = ['https://auth.incode.com', 'https://saas-api.incodesmile.com'];

test('production is reached with the manifest as it is', async () => {
  expect(await productionReached(project)).toEqual(productionHosts);
});

test.each(productionHosts)('production’s %s is not reached without its line', async (host) => {
  expect(await productionReached(await appWithout(`- address: ${host}\n`))).not.toContain(host);
});

/** Whether an agent of the group that the settings name is let in. */
async function isMemberLetIn(app: string): Promise<boolean> {
  const desk = await HelpDesk.open(app);
  try {
    await desk.saves({ agentsGroup: 'identity-verifiers' });
    const answer = await desk.invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-1' });
    return (answer as { value: { ok: boolean } }).value.ok;
  } finally {
    await desk.close();
  }
}

test('a group of agents is recognised with the manifest as it is, and cannot be saved without “read:jira-user”', async () => {
  expect(await isMemberLetIn(project)).toBe(true);
  await expect(isMemberLetIn(await appWithout('- read:jira-user'))).rejects.toThrow('jira-refused');
});
