import type { SettingsView } from '../../contract/settings-page';

/** The country to begin with before anything was ever saved: the one of the administrator's locale; empty: none. */
export function proposedCountry(
  { credentialsSavedAt, countries }: Pick<SettingsView, 'credentialsSavedAt' | 'countries'>,
  locale: string | undefined,
): string {
  if (credentialsSavedAt !== undefined || locale === undefined) return '';
  const region = regionOf(locale);
  return region !== undefined && countries.includes(region) ? region : '';
}

function regionOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale.replace('_', '-')).region;
  } catch {
    return undefined;
  }
}
