import { readManifest } from '../../site/forge/manifest';
import { startSite } from '../../site/site';
import { copyWith } from './noticeboard';

function refusalOf(rewrite: (text: string) => string): string {
  const folder = copyWith(rewrite);
  try {
    readManifest(folder);
    return '';
  } catch (error) {
    return String(error).replaceAll(`${folder}/`, '');
  }
}

it('names a module that is not hosted, and its line', () => {
  const rewrite = (text: string) =>
    text.replace('  webtrigger:\n', '  jira:customField:\n    - key: mood\n  webtrigger:\n');
  expect(refusalOf(rewrite)).toBe(
    'ManifestError: manifest.yml:47: modules.jira:customField is not hosted by this site.',
  );
});

it('names a function that is not there, with the line of whoever wants it', () => {
  const rewrite = (text: string) => text.replace('function: courier-function', 'function: currier-function');
  expect(refusalOf(rewrite)).toBe(
    'ManifestError: manifest.yml:63: consumer courier: there is no function currier-function.',
  );
});

it('names an event that is never sent', () => {
  const rewrite = (text: string) => text.replace('avi:forge:installed:app', 'avi:jira:created:issue');
  expect(refusalOf(rewrite)).toContain('trigger opening: this site never sends avi:jira:created:issue.');
});

it('hosts UI Kit only', () => {
  expect(refusalOf((text) => text.replace('render: native', 'render: custom'))).toContain(
    'only UI Kit is hosted',
  );
});

it('says that there is no app where there is no manifest', () => {
  expect(() => readManifest('/nowhere')).toThrow(
    'There is no Forge app here: /nowhere/manifest.yml does not exist.',
  );
});

it('takes addresses as texts and as objects', () => {
  const { backendEgress } = readManifest(copyWith((text) => text));
  expect(backendEgress).toEqual([
    'https://plain.example.com',
    'https://auth.demo.incode.com',
    '*.wild.example.com',
  ]);
});

describe('Atlassian’s own validation', () => {
  const hosting = async (rewrite: (text: string) => string) => {
    const folder = copyWith(rewrite);
    const site = await startSite({ app: folder });
    await site.close();
  };

  it('rejects a manifest in its own words, with the line', async () => {
    const rewrite = (text: string) => text.replace('name: nodejs22.x', 'name: nodejs8.x');
    await expect(hosting(rewrite)).rejects.toThrow(/manifest\.yml:4:\d+: .*runtime/i);
  });

  it('counts before what this site has to say', async () => {
    const rewrite = (text: string) =>
      text.replace('function: courier-function', 'function: currier-function');
    await expect(hosting(rewrite)).rejects.toThrow(/currier-function/);
    await expect(hosting(rewrite)).rejects.not.toThrow('there is no function');
  });

  it('rejects a resource whose file does not exist', async () => {
    const rewrite = (text: string) =>
      text.replace('path: src/frontend/tally.jsx', 'path: src/frontend/missing.jsx');
    await expect(hosting(rewrite)).rejects.toThrow('src/frontend/missing.jsx');
  });

  it('takes every runtime that can be deployed', async () => {
    await expect(hosting((text) => text.replace('nodejs22.x', 'nodejs24.x'))).resolves.toBeUndefined();
  });
});
