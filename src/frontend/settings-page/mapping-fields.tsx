import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

type Mapping = SettingsForm['transitions'];

interface MappingFieldsProps {
  /** Starts the ids, and keeps them apart. */
  id: string;
  fields: readonly { name: keyof Mapping; label: string; help?: string }[];
  statuses: SettingsView['statuses'];
  mapping: Mapping;
  onChange: (chosen: Partial<Mapping>) => void;
}

/** A status for each outcome. */
export function MappingFields({ id, fields, statuses, mapping, onChange }: MappingFieldsProps) {
  const { t } = useLanguage();
  const options = [
    { value: '', label: t('settings.transitions.unchanged') },
    ...statusOptions(statuses, mapping),
  ];
  return (
    <Columns>
      {fields.map(({ name, label, help }) => (
        <Field key={name} id={`${id}-${name}`} label={label} help={help}>
          <Choice
            id={`${id}-${name}`}
            options={options}
            value={mapping[name]?.id ?? ''}
            onChange={(statusId) => {
              const status = options.find(({ value }) => value === statusId);
              const chosen = status && statusId !== '' ? { id: statusId, name: status.label } : null;
              onChange({ [name]: chosen });
            }}
          />
        </Field>
      ))}
    </Columns>
  );
}

/** The site's statuses, and whatever is chosen although the site no longer has it. */
function statusOptions(statuses: { id: string; name: string }[], chosen: Mapping) {
  const gone = Object.values(chosen).filter(
    (status) => status !== null && !statuses.some(({ id }) => id === status.id),
  );
  const all = [...statuses, ...gone.filter((status) => status !== null)];
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
