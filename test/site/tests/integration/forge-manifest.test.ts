import { isMajorChange, readManifest } from '../../forge/manifest';
import { startSite } from '../../site';
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
    text.replace('  webtrigger:\n', '  jira:projectPage:\n    - key: mood\n  webtrigger:\n');
  expect(refusalOf(rewrite)).toBe(
    'ManifestError: manifest.yml:47: modules.jira:projectPage is not hosted by this site.',
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
  expect(refusalOf(rewrite)).toContain('trigger.0.events.0: this site never sends avi:jira:created:issue');
});

describe('at most', () => {
  it('five schedules can be declared', () => {
    const more = (count: number) => (text: string) =>
      text.replace('  scheduledTrigger:\n', (line) =>
        times(count, (i) => `    - { key: extra-${i}, function: sweeper-function, interval: hour }\n`, line),
      );
    expect(readManifest(copyWith(more(4))).schedules).toHaveLength(5);
    expect(refusalOf(more(5))).toContain('at most 5 scheduled triggers');
  });

  // https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
  it('one schedule runs every five minutes', () => {
    const second = '    - { key: second, function: sweeper-function, interval: fiveMinute }\n';
    expect(refusalOf((text) => text.replace('  scheduledTrigger:\n', (line) => line + second))).toBe(
      'ManifestError: manifest.yml:66: modules.scheduledTrigger: ' +
        'an app has at most 1 scheduled trigger of the interval fiveMinute',
    );
  });

  it('20 entities, each of 7 indexes', () => {
    const more = (count: number) => (text: string) =>
      text.replace('    entities:\n', (line) =>
        times(count, (i) => `      - { name: extra-${i}, attributes: { a: { type: string } } }\n`, line),
      );
    expect(readManifest(copyWith(more(19))).entities.size).toBe(20);
    expect(refusalOf(more(20))).toContain('at most 20 entities');
    const indexed = (count: number) => (text: string) =>
      text.replace('        indexes:\n', (line) =>
        times(count, (i) => `          - { name: extra-${i}, range: [rev] }\n`, line),
      );
    expect(readManifest(copyWith(indexed(5))).entities.get('notice')?.indexes).toHaveLength(7);
    expect(refusalOf(indexed(6))).toContain('at most 7 indexes');
  });
});

it('hosts UI Kit only', () => {
  expect(refusalOf((text) => text.replace('render: native', 'render: custom'))).toContain(
    'only UI Kit is hosted',
  );
});

// https://developer.atlassian.com/platform/forge/manifest-reference/display-conditions/
it('refuses display conditions that it does not know, by line', () => {
  const shownIf = (condition: string) => (text: string) =>
    text.replace('      title: Noticeboard\n', (line) => `${line}      displayConditions: ${condition}\n`);
  expect(readManifest(copyWith(shownIf('{ projectType: service_desk }'))).uiModules[0]).toMatchObject({
    displayConditions: { projectType: 'service_desk' },
  });
  expect(refusalOf(shownIf('{ isAdmin: true }'))).toBe(
    'ManifestError: manifest.yml:31: modules.jira:issuePanel.0.displayConditions.isAdmin is not hosted by this site.',
  );
});

// `entry` of HostedResourcesSchema in @forge/manifest
describe('a resource with several entries', () => {
  const withEntry = (wanted: string) => (text: string) =>
    text
      .replace('      resource: tally', `      resource: ${wanted}`)
      .replace(
        '  - key: pictures',
        '  - key: pages\n    path: src/frontend\n    entry:\n      tally: tally.jsx\n  - key: pictures',
      );

  it('is named by its key and the entry’s', () => {
    const { uiModules, resources } = readManifest(copyWith(withEntry('pages/tally')));
    expect(resources.get(uiModules.find(({ key }) => key === 'tally')?.resource ?? '')).toBe(
      'src/frontend/tally.jsx',
    );
  });

  it('is refused where there is no such entry, by line', () => {
    expect(refusalOf(withEntry('pages/talley'))).toBe(
      'ManifestError: manifest.yml:33: jira:issueContext tally: there is no resource pages/talley.',
    );
  });
});

// AppPermissionsSchema in @forge/manifest
it.each([
  ['enforcement', '  enforcement: app-managed\n'],
  ['sandbox', '  sandbox: [allow-storage-access-by-user-activation]\n'],
])('refuses the permission "%s", which it does not give', (name, lines) => {
  expect(refusalOf((text) => text.replace('permissions:\n', (line) => line + lines))).toMatch(
    new RegExp(`manifest.yml:\\d+: permissions.${name} is not hosted by this site`),
  );
});

// AppPermissionsSchema in @forge/manifest
it('takes permissions that mean nothing to what it hosts', () => {
  const withPermissions = (text: string) =>
    text
      .replace(
        'permissions:\n',
        (line) => `${line}  content:\n    styles: [unsafe-inline]\n    scripts: [unsafe-hashes]\n`,
      )
      .replace(
        '  external:\n',
        (line) =>
          `${line}    images: ['*.example.com']\n    fonts: [{ address: https://fonts.example.com }]\n`,
      );
  const [without, with_] = [readManifest(copyWith((text) => text)), readManifest(copyWith(withPermissions))];
  expect(with_.backendEgress).toEqual(without.backendEgress);
  expect(isMajorChange(without, with_)).toBe(true);
});

it('refuses a consumer that nothing would run, by line', () => {
  const rewrite = (text: string) =>
    text.replace('      function: courier-function', '      endpoint: somewhere-else');
  expect(refusalOf(rewrite)).toBe(
    'ManifestError: manifest.yml:63: modules.consumer.0: ' +
      'a consumer has a key, a queue, and a function or a resolver of function and method',
  );
});

// https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3209
it('refuses a runtime that can be deployed no more', () => {
  expect(refusalOf((text) => text.replace('nodejs22.x', 'nodejs20.x'))).toContain(
    'manifest.yml:4: app.runtime.name: only nodejs22.x and nodejs24.x can be deployed',
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

  it('rejects a function with the key of another module', async () => {
    const rewrite = (text: string) => text.replaceAll('doorbell-function', 'doorbell');
    await expect(hosting(rewrite)).rejects.toThrow(/manifest\.yml:\d+:\d+: .*doorbell/);
  });

  it('takes every runtime that can be deployed', async () => {
    await expect(hosting((text) => text.replace('nodejs22.x', 'nodejs24.x'))).resolves.toBeUndefined();
  });
});

/** A text of several parts, below a line. */
function times(count: number, part: (index: number) => string, line: string): string {
  return line + Array.from({ length: count }, (_, i) => part(i)).join('');
}
