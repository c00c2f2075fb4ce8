import { readManifest } from '../../site/forge/manifest';
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
    'ManifestError: manifest.yml:45: modules.jira:customField is not hosted by this site.',
  );
});

it('names a function that is not there, with the line of whoever wants it', () => {
  const rewrite = (text: string) => text.replace('function: courier-function', 'function: currier-function');
  expect(refusalOf(rewrite)).toBe(
    'ManifestError: manifest.yml:61: consumer courier: there is no function currier-function.',
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
