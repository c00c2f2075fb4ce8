import { kvs } from '@forge/kvs';
import { stored, storageUnavailable } from './failure';

const KEY = 'pseudonym-key';

/** The installation's own key, in the secret store. The first caller creates it. */
export const keyStore = {
  async key(make: () => string): Promise<string> {
    const existing = await stored(kvs.getSecret<string>(KEY));
    if (existing) return existing;
    try {
      const made = make();
      await kvs.setSecret(KEY, made, { keyPolicy: 'FAIL_IF_EXISTS' });
      return made;
    } catch (cause) {
      const others = await stored(kvs.getSecret<string>(KEY));
      if (!others) throw storageUnavailable(cause);
      return others;
    }
  },
};
