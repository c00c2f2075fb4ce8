import {
  Box,
  Button,
  DynamicTable,
  Inline,
  List,
  ListItem,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  xcss,
} from '@forge/react';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { settingLabel, settingValue, tabOf } from './setting-words';
import type { Language } from '../language/language';
import type { Difference } from './differences';
import type { SettingsModel } from './use-settings';

// Two lines of text have their place, so that nothing below moves when there is something to say.
const beside = xcss({ minHeight: '40px', minWidth: '240px', width: '60%', flexGrow: '1' });
/** One line stands in the middle of the buttons’ height. */
const oneLine = xcss({ paddingBlockStart: 'space.100' });
/** More names of settings than these are counted. */
const MOST_NAMES = 3;

/** *Save configuration* with what is unsaved beside it, and below it why the last save failed. */
export function SaveSection({ model }: { model: SettingsModel }) {
  const language = useLanguage();
  const { t } = language;
  const { error, faults, overtakenBy } = model;
  return (
    <Stack space="space.150">
      <Inline space="space.200" alignBlock="center" shouldWrap>
        <LoadingButton type="submit" appearance="primary" isLoading={model.isSaving}>
          {t('settings.save.submit')}
        </LoadingButton>
        <Button isDisabled={model.unsaved.length === 0} onClick={model.discard}>
          {t('settings.unsaved.discard')}
        </Button>
        <Box xcss={beside}>
          <Unsaved model={model} />
        </Box>
      </Inline>
      {error && (
        <SectionMessage appearance="error" title={t('settings.save.failed.title')}>
          <Stack space="space.150">
            <Text>{errorSentence(language, error)}</Text>
            <WrongFields names={Object.keys(faults)} projectNames={model.projectNames} />
            {overtakenBy && <Overtaken model={model} differences={overtakenBy} />}
          </Stack>
        </SectionMessage>
      )}
    </Stack>
  );
}

/** Whether the form is what is in force, and if not, what is changed. */
function Unsaved({ model: { unsaved, isSaved, projectNames } }: { model: SettingsModel }) {
  const language = useLanguage();
  const { t } = language;
  if (unsaved.length === 0) {
    return (
      <Box xcss={oneLine}>
        <Text color={isSaved ? 'color.text.success' : 'color.text.subtle'}>
          {t(isSaved ? 'settings.save.done' : 'settings.unsaved.none')}
        </Text>
      </Box>
    );
  }
  const labels = unsaved.map((name) => settingLabel(t, name, projectNames) ?? name);
  return (
    <>
      <Text weight="medium" color="color.text.warning">
        {t('settings.unsaved.title', { names: someOf(language, [...new Set(labels)]) })}
      </Text>
      <Text size="small">{t('settings.unsaved.text')}</Text>
    </>
  );
}

function someOf({ list, counted }: Language, names: string[]): string {
  const others = names.length - MOST_NAMES;
  return list(
    others > 0 ? [...names.slice(0, MOST_NAMES), counted('settings.change.unnamed', others)] : names,
  );
}

interface WrongFieldsProps extends Pick<SettingsModel, 'projectNames'> {
  names: string[];
}

/** The fields that are marked, each with its tab. */
function WrongFields({ names, projectNames }: WrongFieldsProps) {
  const { t } = useLanguage();
  if (names.length === 0) return null;
  return (
    <List type="unordered">
      {names.map((name) => (
        <ListItem key={name}>
          {t('settings.save.failed.field', {
            name: settingLabel(t, name, projectNames) ?? name,
            tab: t(`settings.tab.${tabOf(name)}`),
          })}
        </ListItem>
      ))}
    </List>
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
