import type { ComponentProps, ReactNode } from 'react';
import Form, {
  ErrorMessage,
  FormFooter,
  FormHeader,
  FormSection,
  HelperMessage,
  Label,
  RequiredAsterisk,
  ValidMessage,
} from '@atlaskit/form';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { counterpart, Nodes, PropNodes, useFire, useProps, type Catalogue } from './drawing';
import { stringOf, type ForgeNode } from './forge-node';
import { useDraft } from './use-draft';

const FIELD = [
  'aria-invalid',
  'aria-labelledby',
  'appearance',
  'autoFocus',
  'id',
  'isCompact',
  'isDisabled',
  'isInvalid',
  'isMonospaced',
  'isReadOnly',
  'isRequired',
  'maxLength',
  'minLength',
  'name',
  'onBlur',
  'onFocus',
  'placeholder',
  'testId',
] as const;
const TEXTFIELD = [...FIELD, 'max', 'min', 'pattern', 'type', 'width'] as const;
const TEXTAREA = [...FIELD, 'maxHeight', 'minimumRows', 'resize', 'spellCheck'] as const;

export const textInputs: Catalogue = {
  Form: DrawForm,
  FormHeader: counterpart(FormHeader, ['description', 'title']),
  FormSection: counterpart(FormSection, ['description', 'title']),
  FormFooter: counterpart(FormFooter, ['align'], { align: 'start' }),
  Label: DrawLabel,
  HelperMessage: counterpart(HelperMessage, ['testId']),
  ErrorMessage: counterpart(ErrorMessage, ['testId']),
  ValidMessage: counterpart(ValidMessage, ['testId']),
  RequiredAsterisk: () => <RequiredAsterisk />,
  Textfield: DrawTextfield,
  TextArea: DrawTextArea,
};

/** The id by which a group of inputs finds the label that names it: HTML's `for` reaches single inputs only. */
export function labelIdOf(inputId: unknown): string | undefined {
  return inputId ? `${stringOf(inputId)}-label` : undefined;
}

function DrawForm({ node }: { node: ForgeNode }): ReactNode {
  const fire = useFire(node);
  return (
    <Form
      onSubmit={() => {
        fire('onSubmit');
      }}
    >
      <Nodes nodes={node.children} />
    </Form>
  );
}

function DrawLabel({ node }: { node: ForgeNode }): ReactNode {
  const inputId = stringOf(node.props['labelFor']);
  return (
    <Label htmlFor={inputId} id={stringOf(node.props['id']) || stringOf(labelIdOf(inputId))}>
      <Nodes nodes={node.children} />
    </Label>
  );
}

function DrawTextfield({ node }: { node: ForgeNode }): ReactNode {
  const props: ComponentProps<typeof Textfield> = useProps(node, TEXTFIELD);
  const fire = useFire(node);
  const [value, setValue] = useTextDraft(node);
  const { elemAfterInput, elemBeforeInput } = node.props;
  return (
    <Textfield
      {...props}
      {...(elemBeforeInput !== undefined && { elemBeforeInput: <PropNodes value={elemBeforeInput} /> })}
      {...(elemAfterInput !== undefined && { elemAfterInput: <PropNodes value={elemAfterInput} /> })}
      value={value}
      onChange={(event) => {
        setValue(event.currentTarget.value);
        fire('onChange', event);
      }}
    />
  );
}

function DrawTextArea({ node }: { node: ForgeNode }): ReactNode {
  const props: ComponentProps<typeof TextArea> = useProps(node, TEXTAREA);
  const fire = useFire(node);
  const [value, setValue] = useTextDraft(node);
  return (
    <TextArea
      {...props}
      value={value}
      onChange={(event) => {
        setValue(event.currentTarget.value);
        fire('onChange', event);
      }}
    />
  );
}

function useTextDraft(node: ForgeNode): [string, (value: string) => void] {
  const { defaultValue, value } = node.props;
  return useDraft(value === undefined ? undefined : stringOf(value), stringOf(defaultValue));
}
