import { readManifest } from '../../forge/manifest';
import { copyWith, startNoticeboard } from './noticeboard';
import type { Noticeboard } from './noticeboard';

// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/

interface FieldView {
  id: string;
  key: string;
  name: string;
  schema: { type: string; custom?: string };
}

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(async () => {
  await noticeboard.site.reset();
});

async function fields(): Promise<FieldView[]> {
  const { site } = noticeboard;
  const headers = { authorization: `Basic ${btoa('agent:agent')}` };
  const answer = await site.fetch(new Request(`${site.url}/rest/api/3/field`, { headers }));
  return ((await answer.json()) as FieldView[]).filter(({ key }) => key.includes('__'));
}

const write = (as: 'app' | 'user', value: unknown) =>
  noticeboard.tool('jira', {
    as,
    method: 'POST',
    path: '/rest/api/3/app/field/value',
    body: {
      updates: [
        {
          customField: `${noticeboard.site.forge.manifest.appId}__DEVELOPMENT__mood`,
          issueIds: [10_101],
          value,
        },
      ],
    },
  });
const mood = () => noticeboard.site.jira.state().issues[0]?.fields['mood'];

it('the fields of the manifest are among those of Jira, in the app’s default language', async () => {
  const { appId, environmentId } = noticeboard.site.forge.installation;
  expect(await fields()).toMatchObject([
    {
      id: 'customfield_10100',
      key: `${appId}__DEVELOPMENT__mood`,
      name: 'Mood',
      schema: {
        type: 'string',
        custom: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/mood`,
      },
    },
    { id: 'customfield_10101', name: 'Mood since', schema: { type: 'datetime' } },
  ]);
});

it('the app writes them as itself, without a scope, and not in a user’s name', async () => {
  expect(await write('user', 'calm')).toMatchObject({ got: { status: 403 } });
  expect(await write('app', 'calm')).toMatchObject({ got: { status: 204 } });
  expect(mood()).toBe('calm');
});

it('they go with the app', async () => {
  await write('app', 'calm');
  await noticeboard.door('POST', '/site/uninstall');
  expect(await fields()).toEqual([]);
  expect(mood()).toBeUndefined();
});

it.each([
  ['type: datetime', 'type: object', 'this site has no fields of the type object'],
  ['type: datetime', 'type: datetime\n      collection: list', 'fields with a list of values are not hosted'],
  [
    'type: datetime',
    'type: datetime\n      formatter: { expression: value }',
    'formatter is not hosted by this site',
  ],
])('what is not hosted is refused in plain words: %s → %s', (from, to, words) => {
  const folder = copyWith((text) => text.replace(from, to));
  expect(() => readManifest(folder)).toThrow(words);
});

describe('what the app draws of a field', () => {
  it('is told of the field, its value, and where it stands', async () => {
    await write('app', 'calm');
    const { body } = await noticeboard.door('GET', '/site/context?module=mood&as=agent&issue=HELP-1');
    expect((body as { extension: object }).extension).toEqual({
      type: 'jira:customField',
      entryPoint: 'view',
      fieldId: 'customfield_10100',
      fieldType: (await fields())[0]?.schema.custom,
      fieldValue: 'calm',
      issue: { id: '10101', key: 'HELP-1', type: 'Service Request', typeId: '10005' },
      project: { id: '10000', key: 'HELP', type: 'service_desk' },
      renderContext: 'issue-view',
      experience: 'issue-view',
    });
  });

  it('is opened by those who see the issue', async () => {
    const { status } = await noticeboard.door('GET', '/site/context?module=mood&as=outsider&issue=HELP-1');
    expect(status).toBe(404);
  });

  it('is drawn in the issue view only where the field opts in', () => {
    const openings = (text: string) =>
      readManifest(copyWith((manifest) => manifest.replace('experience: [issue-view]', text))).uiModules;
    expect(openings('experience: [issue-view]')).toContainEqual(expect.objectContaining({ key: 'mood' }));
    expect(openings('experience: [portal-view]')).not.toContainEqual(
      expect.objectContaining({ key: 'mood' }),
    );
  });

  it('has to be there', () => {
    const folder = copyWith((text) => text.replace('        resource: mood', '        resource: temper'));
    expect(() => readManifest(folder)).toThrow('jira:customField mood: there is no resource temper.');
  });
});
