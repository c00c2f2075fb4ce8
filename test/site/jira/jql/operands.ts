import type { FunctionOperand, Operand } from '@atlaskit/jql-ast';
import { JiraError } from '../errors';
import { dateFunction, dateOf } from './dates';
import type { Asking, JqlField } from './fields';

/** What a clause looks for; `EMPTY` is nothing. */
export interface Wanted {
  values: readonly (string | number)[];
  isEmptyWanted: boolean;
}

/** What an operand means for a field; texts are in lower case. @throws JiraError 400 if the field has no such value */
export function wantedBy(operand: Operand, field: JqlField, asking: Asking): Wanted {
  const operands = operand.operandType === 'list' ? operand.values : [operand];
  const values = operands.filter((each) => !saysEmpty(each, field));
  return {
    values: values.map((each) => valueOf(each, field, asking)),
    isEmptyWanted: values.length < operands.length,
  };
}

function saysEmpty(operand: Operand, { emptyName }: JqlField): boolean {
  if (operand.operandType === 'keyword') return true;
  return operand.operandType === 'value' && operand.value.toLowerCase() === emptyName;
}

function valueOf(operand: Operand, field: JqlField, asking: Asking): string | number {
  if (operand.operandType === 'function') return functionValue(operand, field, asking);
  const text = operand.operandType === 'value' ? operand.value : '';
  if (field.kind === 'date') return dateValue(text, field, asking);
  if (field.kind === 'number') return numberValue(text, field);
  const value = text.toLowerCase();
  if (field.knows?.(value) === false) {
    throw new JiraError(400, `The value '${text}' does not exist for the field '${field.name}'.`);
  }
  return value;
}

function functionValue(operand: FunctionOperand, field: JqlField, { caller, site }: Asking): string | number {
  const name = operand.function.value;
  if (field.kind === 'user' && name.toLowerCase() === 'currentuser')
    return caller.user.accountId.toLowerCase();
  const date = field.kind === 'date' ? dateFunction(operand, site.clock.now()) : undefined;
  if (date !== undefined) return date;
  const call = `${name}(${operand.arguments.map(({ text }) => text).join(', ')})`;
  throw new JiraError(400, `Unable to find JQL function '${call}' for the field '${field.name}'.`);
}

function dateValue(text: string, { name }: JqlField, { site }: Asking): number {
  const date = dateOf(text, site.clock.now());
  if (date !== undefined) return date;
  const forms =
    "'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'";
  throw new JiraError(
    400,
    `Date value '${text}' for field '${name}' is invalid. Valid formats include: ${forms}.`,
  );
}

function numberValue(text: string, { name }: JqlField): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  throw new JiraError(400, `The value '${text}' for field '${name}' is not a number.`);
}
