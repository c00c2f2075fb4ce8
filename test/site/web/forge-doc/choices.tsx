import type { ChangeEvent, ComponentProps, ComponentType, ReactNode } from 'react';
import { Radio, RadioGroup } from '@atlaskit/radio';
import Toggle from '@atlaskit/toggle';
import { Checkbox } from './checkbox';
import { useFire, useProps, type Catalogue, type Draw } from './drawing';
import { isRecord, stringOf, type ForgeNode } from './forge-node';
import { labelIdOf } from './text-inputs';
import { useDraft } from './use-draft';

const RADIO_GROUP = [
  'isDisabled',
  'isInvalid',
  'isRequired',
  'name',
  'onInvalid',
  'options',
  'testId',
] as const;
const RADIO = [
  'aria-invalid',
  'aria-labelledby',
  'ariaLabel',
  'id',
  'isChecked',
  'isDisabled',
  'isInvalid',
  'isRequired',
  'label',
  'name',
  'onBlur',
  'onFocus',
  'onInvalid',
  'testId',
  'value',
] as const;
const TOGGLE = ['id', 'isDisabled', 'label', 'name', 'onBlur', 'onFocus', 'size', 'testId', 'value'] as const;
const CHECKBOX = [
  'aria-invalid',
  'aria-labelledby',
  'id',
  'isDisabled',
  'isIndeterminate',
  'isInvalid',
  'isRequired',
  'label',
  'name',
  'onBlur',
  'onFocus',
  'testId',
  'value',
] as const;

export const choices: Catalogue = {
  RadioGroup: DrawRadioGroup,
  Radio: DrawRadio,
  Toggle: checkable(Toggle, TOGGLE),
  Checkbox: checkable(Checkbox, CHECKBOX),
  CheckboxGroup: DrawCheckboxGroup,
};

function DrawRadioGroup({ node }: { node: ForgeNode }): ReactNode {
  const props = useProps(node, RADIO_GROUP) as unknown as ComponentProps<typeof RadioGroup>;
  const fire = useFire(node);
  const { defaultValue, id, value } = node.props;
  const [chosen, choose] = useDraft(
    value === undefined ? undefined : stringOf(value),
    stringOf(defaultValue),
  );
  const labelId = stringOf(node.props['aria-labelledby']) || labelIdOf(id);
  return (
    <RadioGroup
      {...props}
      {...(labelId && { labelId })}
      value={chosen}
      onChange={(event) => {
        choose(event.currentTarget.value);
        fire('onChange', event);
      }}
    />
  );
}

function DrawRadio({ node }: { node: ForgeNode }): ReactNode {
  const props: ComponentProps<typeof Radio> = useProps(node, RADIO);
  const fire = useFire(node);
  return (
    <Radio
      {...props}
      onChange={(event) => {
        fire('onChange', event);
      }}
    />
  );
}

interface CheckedProps {
  isChecked?: boolean;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** What is checked or not. */
function checkable(Input: ComponentType<CheckedProps>, names: readonly string[]): Draw {
  return function DrawCheckable({ node }) {
    const props = useProps(node, names);
    const fire = useFire(node);
    const { defaultChecked, isChecked } = node.props;
    const [checked, check] = useDraft(
      isChecked === undefined ? undefined : isChecked === true,
      defaultChecked === true,
    );
    return (
      <Input
        {...props}
        isChecked={checked}
        onChange={(event) => {
          check(event.currentTarget.checked);
          fire('onChange', event);
        }}
      />
    );
  };
}

function DrawCheckboxGroup({ node }: { node: ForgeNode }): ReactNode {
  const fire = useFire(node);
  const { defaultValue, id, isDisabled, name, options, value } = node.props;
  const [chosen, choose] = useDraft(value === undefined ? undefined : strings(value), strings(defaultValue));
  const toggle = (option: string, checked: boolean) => {
    const next = checked ? [...chosen, option] : chosen.filter((other) => other !== option);
    choose(next);
    fire('onChange', next);
  };
  return (
    <div role="group" aria-labelledby={labelIdOf(id)}>
      {(Array.isArray(options) ? options : []).filter(isRecord).map((option) => (
        <Checkbox
          key={stringOf(option['value'])}
          name={stringOf(name)}
          label={stringOf(option['label'])}
          value={stringOf(option['value'])}
          isDisabled={isDisabled === true || option['isDisabled'] === true}
          isChecked={chosen.includes(stringOf(option['value']))}
          onChange={(event) => {
            toggle(stringOf(option['value']), event.currentTarget.checked);
          }}
        />
      ))}
    </div>
  );
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(stringOf) : [];
}
