import {
  Button,
  DynamicTable,
  Inline,
  List,
  ListItem,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { settingLabel, settingValue } from './setting-words';
import type { WireError } from '../../contract/answer';
import type { Language } from '../language/language';
import type { Difference } from './differences';
import type { SettingsModel } from './use-settings';

/** *Save configuration*, and how the last save went. */
export function SaveSection({ model }: { model: SettingsModel }) {
  const language = useLanguage();
  const { t } = language;
  const { error, formState, isSaving, overtakenBy } = model;
  return (
    <Stack space="space.150">
      {error && (
        <SectionMessage appearance="error" title={t('settings.save.failed.title')}>
          <Stack space="space.150">
            <Text>{errorSentence(language, error)}</Text>
            <WrongFields fields={error.fields} projectNames={model.projectNames} />
            {overtakenBy && <Overtaken model={model} differences={overtakenBy} />}
          </Stack>
        </SectionMessage>
      )}
      {formState === 'saved' && !error && (
        <SectionMessage appearance="success" title={t('settings.save.done.title')}>
          <Text>{t('settings.save.done.text')}</Text>
        </SectionMessage>
      )}
      <Inline>
        <LoadingButton type="submit" appearance="primary" isLoading={isSaving}>
          {t('settings.save.submit')}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}

interface WrongFieldsProps extends Pick<WireError, 'fields'>, Pick<SettingsModel, 'projectNames'> {}

/** The fields that are marked, since some may be in the other tab. */
function WrongFields({ fields = {}, projectNames }: WrongFieldsProps) {
  const { t } = useLanguage();
  const names = Object.keys(fields);
  if (names.length === 0) return null;
  return (
    <List type="unordered">
      {names.map((name) => (
        <ListItem key={name}>{settingLabel(t, name, projectNames) ?? name}</ListItem>
      ))}
    </List>
  );
}

/** Stands above everything while the form is not what is in force. */
export function UnsavedChanges({ model: { formState, discard } }: { model: SettingsModel }) {
  const { t } = useLanguage();
  if (formState !== 'changed') return null;
  return (
    <SectionMessage appearance="warning" title={t('settings.unsaved.title')}>
      <Stack space="space.100">
        <Text>{t('settings.unsaved.text')}</Text>
        <Inline>
          <Button onClick={discard}>{t('settings.unsaved.discard')}</Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}

function Overtaken({ model, differences }: { model: SettingsModel; differences: Difference[] }) {
  const language = useLanguage();
  const { t } = language;
  const { projectNames } = model;
  return (
    <>
      {differences.length > 0 ? (
        <DynamicTable
          head={head(t)}
          rows={differences.map(({ name, theirs, mine }) => ({
            key: name,
            cells: [
              { key: 'name', content: settingLabel(t, name, projectNames) ?? name },
              { key: 'theirs', content: settingValue(language, name, theirs, projectNames) },
              { key: 'mine', content: settingValue(language, name, mine, projectNames) },
            ],
          }))}
        />
      ) : (
        <Text>{t('settings.overtaken.nothing')}</Text>
      )}
      <Inline space="space.100" shouldWrap>
        <Button onClick={model.keepMine}>{t('settings.overtaken.keepMine')}</Button>
        <Button onClick={model.discard}>{t('settings.overtaken.takeTheirs')}</Button>
      </Inline>
    </>
  );
}

function head(t: Language['t']) {
  return {
    cells: [
      { key: 'name', content: t('settings.overtaken.setting') },
      { key: 'theirs', content: t('settings.overtaken.theirs') },
      { key: 'mine', content: t('settings.overtaken.mine') },
    ],
  };
}
