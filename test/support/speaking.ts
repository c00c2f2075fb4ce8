import { makeLanguage } from '../../src/frontend/language/language';
import { textsOf } from './translations';
import type { Language, Profile } from '../../src/frontend/language/language';

/** The language of a user with this profile, whose texts come in `texts`. */
export function speaking(texts: string, profile: Partial<Profile> = {}): Language {
  const all = textsOf(texts);
  return makeLanguage((key) => all[key] ?? key, { locale: texts, timezone: 'UTC', ...profile });
}
