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
import { settingLabel } from './setting-words';
import { errorSentence } from './words';
import type { WireError } from '../../contract/answer';
import type { Difference } from './differences';
import type { SettingsModel } from './use-settings';

/** *Save configuration*, and how the last save went. */
export function SaveSection({ model }: { model: SettingsModel }) {
  const { error, formState, isSaving, overtakenBy } = model;
  return (
    <Stack space="space.150">
      {error && (
        <SectionMessage appearance="error" title="Not saved">
          <Stack space="space.150">
            <Text>{errorSentence(error)}</Text>
            <WrongFields fields={error.fields} />
            {overtakenBy && <Overtaken model={model} differences={overtakenBy} />}
          </Stack>
        </SectionMessage>
      )}
      {formState === 'saved' && !error && (
        <SectionMessage appearance="success" title="Saved">
          <Text>The configuration is in force.</Text>
        </SectionMessage>
      )}
      <Inline>
        <LoadingButton type="submit" appearance="primary" isLoading={isSaving}>
          Save configuration
        </LoadingButton>
      </Inline>
    </Stack>
  );
}

/** The fields that are marked, since some may be in the other tab. */
function WrongFields({ fields = {} }: Pick<WireError, 'fields'>) {
  const names = Object.keys(fields);
  if (names.length === 0) return null;
  return (
    <List type="unordered">
      {names.map((name) => (
        <ListItem key={name}>{settingLabel(name, {}) ?? name}</ListItem>
      ))}
    </List>
  );
}

/** Stands above everything while the form is not what is in force. */
export function UnsavedChanges({ model: { formState, discard } }: { model: SettingsModel }) {
  if (formState !== 'changed') return null;
  return (
    <SectionMessage appearance="warning" title="Your changes are not in force yet">
      <Stack space="space.100">
        <Text>Save the configuration before you leave this page: what is not saved is lost.</Text>
        <Inline>
          <Button onClick={discard}>Discard changes</Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}

const head = {
  cells: [
    { key: 'label', content: 'Setting' },
    { key: 'theirs', content: 'They saved' },
    { key: 'mine', content: 'You have' },
  ],
};

function Overtaken({ model, differences }: { model: SettingsModel; differences: Difference[] }) {
  return (
    <>
      {differences.length > 0 ? (
        <DynamicTable
          head={head}
          rows={differences.map(({ label, theirs, mine }) => ({
            key: label,
            cells: [
              { key: 'label', content: label },
              { key: 'theirs', content: theirs },
              { key: 'mine', content: mine },
            ],
          }))}
        />
      ) : (
        <Text>They changed nothing that this form shows, such as the webhook secret.</Text>
      )}
      <Inline space="space.100" shouldWrap>
        <Button onClick={model.keepMine}>Put my changes on top of theirs</Button>
        <Button onClick={model.discard}>Take theirs</Button>
      </Inline>
    </>
  );
}
