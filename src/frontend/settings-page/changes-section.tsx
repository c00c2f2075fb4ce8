import { DynamicTable, Text, User } from '@forge/react';
import { limitOwners } from '../../contract/limit-owners';
import { useLanguage } from '../language/users-language';
import { Section } from './section';
import { settingLabel } from './setting-words';
import type { SectionProps } from './section';
import type { ProjectNames } from './setting-words';
import type { SettingsView } from '../../contract/settings-page';
import type { Language } from '../language/language';

type Change = SettingsView['changes'][number];

/** *Changes*: who did what, when. */
export function ChangesSection({ model, saved }: SectionProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Section title={t('settings.changes.title')}>
      <DynamicTable
        head={head(t)}
        rows={saved.changes.map((change, index) => ({
          key: String(index),
          cells: cells(language, change, model.projectNames),
        }))}
        rowsPerPage={10}
        emptyView={<Text>{t('settings.changes.none')}</Text>}
      />
    </Section>
  );
}

function head(t: Language['t']) {
  return {
    cells: [
      { key: 'at', content: t('settings.changes.when'), width: 24 },
      { key: 'by', content: t('settings.changes.who'), width: 24 },
      { key: 'what', content: t('settings.changes.what'), width: 52 },
    ],
  };
}

function cells(language: Language, change: Change, projectNames: ProjectNames) {
  return [
    { key: 'at', content: language.onDate(change.at) },
    { key: 'by', content: <User accountId={change.by} /> },
    { key: 'what', content: <Text>{describe(language, change, projectNames)}</Text> },
  ];
}

function describe(
  { t, list, counted }: Language,
  { what: change, names = [], unnamed = 0, reason, isUnfinished }: Change,
  projectNames: ProjectNames,
): string {
  const words = names.map((name) => settingLabel(t, name, projectNames) ?? ownerWord(t, name) ?? name);
  const bare = t(`settings.change.${change}`);
  if (unnamed > 0) words.push(counted('settings.change.unnamed', unnamed));
  const what = words.length > 0 ? t('settings.change.about', { what: bare, names: list(words) }) : bare;
  if (isUnfinished) return t('settings.change.unfinished', { what });
  return reason ? t('settings.change.because', { what, reason }) : what;
}

/** Whose limit it was that was lifted. */
function ownerWord(t: Language['t'], name: string): string | undefined {
  const owner = limitOwners.find((each) => each === name);
  return owner && t(`settings.change.of.${owner}`);
}
