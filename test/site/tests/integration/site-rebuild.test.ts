import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { watchApp } from '../../watch';
import { copyWith, startNoticeboard } from './noticeboard';

afterEach(() => jest.restoreAllMocks());

it('runs the app as its files are, once it is told to load them again', async () => {
  const { site, board } = await startNoticeboard({
    manifest: (text) => text.replace('title: Noticeboard\n', 'title: Board\n'),
  });
  const file = path.join(site.forge.manifest.folder, 'src/index.js');
  const changed = new Promise<void>((resolve) => {
    const stop = watchApp(site.forge.manifest.folder, () => {
      stop();
      resolve();
    });
  });
  writeFileSync(file, readFileSync(file, 'utf8').replace('mind the step', 'mind the gap'));
  await changed;
  await site.forge.load();
  expect(await board('trip')).toMatchObject({
    error: { message: expect.stringContaining('mind the gap') as string },
  });
});

it('notices each change of the app, also of files that an editor replaces and in folders that are new', async () => {
  const folder = copyWith((text) => text);
  let changes = 0;
  const stop = watchApp(folder, () => (changes += 1));
  const replace = async (name: string): Promise<void> => {
    const before = changes;
    writeFileSync(path.join(folder, 'saving'), 'anything');
    renameSync(path.join(folder, 'saving'), path.join(folder, name));
    while (changes === before) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  for (let time = 0; time < 2; time++) {
    await replace('manifest.yml');
    await replace('src/jobs/nightly/sweeper.js');
  }
  mkdirSync(path.join(folder, 'static/new'));
  await replace('static/new/picture.svg');
  await replace('static/new/picture.svg');
  stop();
});

// https://developer.atlassian.com/platform/forge/events-reference/life-cycle/
it('tells the app that it was upgraded after a change that needs consent, and not after any other', async () => {
  // An interactive site tells the terminal what it does.
  for (const method of ['log', 'warn'] as const) jest.spyOn(console, method).mockReturnValue();
  const { site, board } = await startNoticeboard({ manifest: (text) => text, interactive: true });
  const change = (name: string, from: string, to: string): void => {
    const file = path.join(site.forge.manifest.folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  const upgrades = () => site.journal.calls.filter(({ module }) => module === 'opening').length - 1;
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  change('src/index.js', 'mind the step', 'mind the gap');
  await until(async () => JSON.stringify(await board('trip')).includes('mind the gap'));
  change('manifest.yml', '- read:jira-work', '- read:jira-work\n    - write:jira-work');
  await until(() => upgrades() > 0);
  expect(site.forge.manifest.scopes).toContain('write:jira-work');
  expect(upgrades()).toBe(1);
});

it('goes on as it was when the app’s new files cannot be hosted', async () => {
  const { site, board, door } = await startNoticeboard({ manifest: (text) => `${text}\n` });
  const { folder } = site.forge.manifest;
  const file = path.join(folder, 'manifest.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('workshop', 'works'));
  writeFileSync(path.join(folder, 'src/index.js'), 'not a program');
  await expect(site.forge.load()).rejects.toThrow();
  expect((await door('GET', '/site/app')).body).toMatchObject({
    modules: [{ key: 'board' }, { key: 'tally' }, { key: 'workshop' }, { key: 'window' }, { key: 'mood' }],
  });
  expect(await board('served')).toEqual({ value: 1 });
});
