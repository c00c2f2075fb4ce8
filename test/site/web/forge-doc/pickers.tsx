import type { ComponentProps, ReactNode } from 'react';
import Calendar from '@atlaskit/calendar';
import { DatePicker, TimePicker } from '@atlaskit/datetime-picker';
import Select from '@atlaskit/select';
import { counterpart, useFire, useProps, useSurface, type Catalogue } from './drawing';
import { stringOf, type ForgeNode } from './forge-node';
import { useDraft } from './use-draft';

interface Option {
  label: string;
  value: string | number;
}

const SELECT = [
  'appearance',
  'autoFocus',
  'closeMenuOnScroll',
  'closeMenuOnSelect',
  'defaultInputValue',
  'defaultMenuIsOpen',
  'inputValue',
  'isClearable',
  'isDisabled',
  'isInvalid',
  'isLoading',
  'isMulti',
  'isRequired',
  'isSearchable',
  'menuIsOpen',
  'name',
  'onBlur',
  'onFocus',
  'onInputChange',
  'openMenuOnFocus',
  'options',
  'placeholder',
  'spacing',
  'testId',
] as const;
const PICKER = [
  'appearance',
  'autoFocus',
  'id',
  'isDisabled',
  'isInvalid',
  'isOpen',
  'isRequired',
  'locale',
  'name',
  'onBlur',
  'onFocus',
  'placeholder',
  'spacing',
  'testId',
] as const;
const DATE = [
  ...PICKER,
  'dateFormat',
  'disabled',
  'maxDate',
  'minDate',
  'nextMonthLabel',
  'previousMonthLabel',
  'shouldShowCalendarButton',
  'weekStartDay',
] as const;
const TIME = [...PICKER, 'hideIcon', 'label', 'timeFormat', 'timeIsEditable', 'times'] as const;

export const pickers: Catalogue = {
  Select: DrawSelect,
  DatePicker: DrawDatePicker,
  TimePicker: DrawTimePicker,
  Range: DrawRange,
  UserPicker: DrawUserPicker,
  Calendar: counterpart(Calendar, [
    'day',
    'defaultDay',
    'defaultMonth',
    'defaultPreviouslySelected',
    'defaultSelected',
    'defaultYear',
    'disabled',
    'locale',
    'maxDate',
    'minDate',
    'nextMonthLabel',
    'onBlur',
    'onChange',
    'onFocus',
    'onSelect',
    'previouslySelected',
    'previousMonthLabel',
    'selected',
    'tabIndex',
    'testId',
    'today',
    'weekStartDay',
    'year',
  ]),
};

/** Tells the app the chosen option itself (or several), not an event. */
function DrawSelect({ node }: { node: ForgeNode }): ReactNode {
  const props: ComponentProps<typeof Select<Option, boolean>> = useProps(node, SELECT);
  const fire = useFire(node);
  const { defaultValue, id, inputId, value } = node.props;
  const [chosen, choose] = useDraft(
    value as Option | null | undefined,
    (defaultValue ?? null) as Option | null,
  );
  return (
    <Select<Option, boolean>
      {...props}
      inputId={stringOf(inputId ?? id)}
      menuPosition="fixed"
      value={chosen}
      onChange={(option) => {
        choose(option as Option | null);
        fire('onChange', option);
      }}
    />
  );
}

function DrawDatePicker({ node }: { node: ForgeNode }): ReactNode {
  const props: ComponentProps<typeof DatePicker> = useProps(node, DATE);
  return <DatePicker {...props} {...useTextValue(node)} />;
}

function DrawTimePicker({ node }: { node: ForgeNode }): ReactNode {
  const props: ComponentProps<typeof TimePicker> = useProps(node, TIME);
  return <TimePicker {...props} {...useTextValue(node)} />;
}

function useTextValue(node: ForgeNode): { value: string; onChange: (value: string) => void } {
  const fire = useFire(node);
  const { defaultValue, value } = node.props;
  const [draft, setDraft] = useDraft(
    value === undefined ? undefined : stringOf(value),
    stringOf(defaultValue),
  );
  const onChange = (next: string) => {
    setDraft(next);
    fire('onChange', next);
  };
  return { value: draft, onChange };
}

function DrawRange({ node }: { node: ForgeNode }): ReactNode {
  const fire = useFire(node);
  const {
    'aria-labelledby': labelledBy,
    defaultValue,
    id,
    isDisabled,
    max,
    min,
    name,
    step,
    value,
  } = node.props;
  const [draft, setDraft] = useDraft(value as number | undefined, (defaultValue ?? min ?? 0) as number);
  return (
    <input
      type="range"
      className="range"
      id={stringOf(id)}
      name={stringOf(name)}
      aria-labelledby={stringOf(labelledBy) || undefined}
      disabled={isDisabled === true}
      max={stringOf(max ?? 100)}
      min={stringOf(min ?? 0)}
      step={stringOf(step ?? 0.1)}
      value={draft}
      onChange={(event) => {
        setDraft(event.currentTarget.valueAsNumber);
        fire('onChange', event.currentTarget.valueAsNumber);
      }}
    />
  );
}

/** Chooses among the users of this site; the app is told what UI Kit tells of a user. */
function DrawUserPicker({ node }: { node: ForgeNode }): ReactNode {
  const { users } = useSurface();
  const fire = useFire(node);
  const { defaultValue, isMulti, label, name, placeholder } = node.props;
  const options = users.map((user) => ({ label: user.displayName, value: user.accountId }));
  const inputId = `${node.key}-user-picker`;
  const told = (option: Option) => ({
    id: option.value,
    type: 'user',
    name: option.label,
    email: '',
    avatarUrl: '',
  });
  return (
    <div>
      <label className="field-label" htmlFor={inputId}>
        {stringOf(label)}
      </label>
      <Select<Option, boolean>
        inputId={inputId}
        name={stringOf(name)}
        placeholder={stringOf(placeholder) || 'Choose a user'}
        isMulti={isMulti === true}
        options={options}
        defaultValue={options.filter((option) => [defaultValue].flat().includes(option.value))}
        onChange={(chosen) => {
          fire('onChange', Array.isArray(chosen) ? chosen.map(told) : chosen && told(chosen as Option));
        }}
      />
    </div>
  );
}
