import Resolver from '@forge/resolver';
import { asUser, assumeTrustedRoute } from '@forge/api';
import { publishGlobal } from '@forge/realtime';

const resolver = new Resolver();

resolver.define('context', ({ context, payload }) => {
  const { accountId, accountType, extension, moduleKey } = context;
  return { accountId, accountType, extension, moduleKey, payload };
});

resolver.define('ask', async ({ payload }) => {
  try {
    return (await asUser().requestJira(assumeTrustedRoute(`/rest/api/3/${payload.path}`))).status;
  } catch (error) {
    return error.name;
  }
});

resolver.define('shout', () => publishGlobal('notices', 'ding'));

export const look = resolver.getDefinitions();
