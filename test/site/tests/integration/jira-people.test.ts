import { asApp, asUser, newJira } from './jira-calls';

describe('the properties of a user', () => {
  it('are their own to read, set and delete', async () => {
    const { jira } = newJira();
    const member = asUser(jira, 'member');
    const path = `/user/properties/tour?accountId=${jira.accountId('member') ?? ''}`;
    expect(await member.put(path, { seen: true })).toMatchObject({ status: 201 });
    expect(await member.put(path, { seen: false })).toMatchObject({ status: 200 });
    expect(await member.get(path)).toEqual({ status: 200, body: { key: 'tour', value: { seen: false } } });
    expect(await member.get(path.replace('/tour', ''))).toMatchObject({ body: { keys: [{ key: 'tour' }] } });
    expect(await member.delete(path)).toMatchObject({ status: 204 });
    expect(await member.get(path)).toMatchObject({ status: 404 });
  });

  it('are open to administrators, and to nobody else', async () => {
    const { jira } = newJira();
    const path = `/user/properties/tour?accountId=${jira.accountId('member') ?? ''}`;
    expect(await asUser(jira, 'admin').put(path, 1)).toMatchObject({ status: 201 });
    expect(await asUser(jira, 'agent').get(path)).toMatchObject({ status: 403 });
    expect(await asApp(jira).put(path, 2)).toMatchObject({ status: 403 });
    expect(await asUser(jira, 'agent').get('/user/properties/tour')).toMatchObject({ status: 400 });
    const nobody = '/user/properties/tour?accountId=nobody';
    expect(await asUser(jira, 'admin').get(nobody)).toMatchObject({ status: 404 });
  });
});

describe('the groups', () => {
  it('are listed by name, page by page, or those that are asked for, letter by letter', async () => {
    const admin = asUser(newJira().jira, 'admin');
    expect(await admin.get('/group/bulk?maxResults=1')).toMatchObject({
      status: 200,
      body: { total: 2, isLast: false, values: [{ name: 'identity-verifiers' }] },
    });
    const named = await admin.get('/group/bulk?groupName=service-desk&groupName=Identity-Verifiers');
    expect(named).toMatchObject({ body: { values: [{ name: 'service-desk' }] } });
  });

  it('are not listed for people who may not browse users', async () => {
    expect(await asUser(newJira().jira, 'customer').get('/group/bulk')).toMatchObject({ status: 403 });
  });
});

describe('a permission check', () => {
  const body = {
    globalPermissions: ['ADMINISTER', 'USER_PICKER'],
    projectPermissions: [
      { permissions: ['SERVICEDESK_AGENT'], issues: [10_101, 10_301, 1], projects: [10_000, 10_002] },
    ],
  };

  it('tells what the caller may, where', async () => {
    expect(await asUser(newJira().jira, 'agent').post('/permissions/check', body)).toEqual({
      status: 200,
      body: {
        globalPermissions: ['USER_PICKER'],
        projectPermissions: [{ permission: 'SERVICEDESK_AGENT', issues: [10_101], projects: [10_000] }],
      },
    });
  });

  it('about somebody else is for administrators', async () => {
    const { jira } = newJira();
    const accountId = jira.accountId('customer');
    expect(await asUser(jira, 'admin').post('/permissions/check', { ...body, accountId })).toMatchObject({
      body: { globalPermissions: [], projectPermissions: [{ issues: [], projects: [] }] },
    });
    expect(await asUser(jira, 'agent').post('/permissions/check', { ...body, accountId })).toMatchObject({
      status: 403,
    });
  });

  it('ignores what is null or empty', async () => {
    const { undescribed } = newJira();
    const asked = { permissions: ['', 'ASSIGNABLE_USER'], issues: [null, 10_101], projects: null };
    const request = new Request('http://site.test/rest/api/3/permissions/check', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        globalPermissions: [null, 'USER_PICKER'],
        projectPermissions: [null, asked],
      }),
    });
    const actor = { kind: 'user', user: 'agent' } as const;
    expect(await (await undescribed.fetch(request, { actor })).json()).toEqual({
      globalPermissions: ['USER_PICKER'],
      projectPermissions: [{ permission: 'ASSIGNABLE_USER', issues: [10_101], projects: [] }],
    });
  });

  it('names what it does not know', async () => {
    const asked = { permissions: ['PERMISSION_123', 'EDIT_ISSUES'], issues: [10_101] };
    const check = { projectPermissions: [asked] };
    expect(await asUser(newJira().jira, 'agent').post('/permissions/check', check)).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { PERMISSION_123: 'Unrecognized permission' } },
    });
  });

  it.each([
    ['a permission that there is not', { globalPermissions: ['FLY'] }],
    ['a permission of projects among the global ones', { globalPermissions: ['ADD_COMMENTS'] }],
    [
      'a global permission among those of projects',
      { projectPermissions: [{ permissions: ['ADMINISTER'] }] },
    ],
    ['an empty permission alone', { projectPermissions: [{ permissions: [''], issues: [10_101] }] }],
    ['no permission', { projectPermissions: [{ permissions: [], issues: [10_101] }] }],
    [
      'more than 1,000 issues',
      {
        projectPermissions: [
          { permissions: ['ADD_COMMENTS'], issues: Array.from({ length: 1001 }, (_, i) => i) },
        ],
      },
    ],
  ])('is refused with %s', async (_, wrong) => {
    expect(await asUser(newJira().jira, 'agent').post('/permissions/check', wrong)).toMatchObject({
      status: 400,
    });
  });
});

it('people see their own groups where they ask for them', async () => {
  const { jira } = newJira();
  expect(await asUser(jira, 'agent').get('/myself?expand=groups')).toMatchObject({
    status: 200,
    body: { groups: { size: 2, items: [{ name: 'service-desk' }, { name: 'identity-verifiers' }] } },
  });
  expect((await asUser(jira, 'agent').get('/myself')).body).not.toHaveProperty('groups');
  expect(await asUser(jira, 'agent').get('/myself')).toMatchObject({ body: { locale: 'en_US' } });
});

it('all users are listed in pages, without the addresses that they hide', async () => {
  const { jira } = newJira();
  const { body } = await asUser(jira, 'agent').get('/users/search?startAt=7&maxResults=2');
  expect(body).toMatchObject([
    { displayName: 'Katherine Johnson', emailAddress: 'employee1@example.com' },
    { displayName: 'Dorothy Vaughan' },
  ]);
  expect((body as object[])[1]).not.toHaveProperty('emailAddress');
  expect(await asUser(jira, 'customer').get('/users/search')).toMatchObject({ status: 403 });
});
