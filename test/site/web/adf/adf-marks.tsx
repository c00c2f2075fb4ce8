import type { ReactNode } from 'react';
import { safeHref } from '../safe-href';
import { attributeText, type AdfMark } from './adf-node';

type Wrap = (content: ReactNode, mark: AdfMark) => ReactNode;

const MARKS: Readonly<Record<string, Wrap>> = {
  strong: (content) => <strong>{content}</strong>,
  em: (content) => <em>{content}</em>,
  underline: (content) => <u>{content}</u>,
  strike: (content) => <s>{content}</s>,
  code: (content) => <code>{content}</code>,
  link: (content, mark) => <a href={safeHref(attributeText(mark, 'href'))}>{content}</a>,
  subsup: (content, mark) =>
    attributeText(mark, 'type') === 'sub' ? <sub>{content}</sub> : <sup>{content}</sup>,
  textColor: (content, mark) => <span style={{ color: attributeText(mark, 'color') }}>{content}</span>,
  backgroundColor: (content, mark) => (
    <span style={{ backgroundColor: attributeText(mark, 'color') }}>{content}</span>
  ),
};

/** The text inside its marks; marks without a look of their own (annotations) leave it as it is. */
export function marked(text: string, marks: readonly AdfMark[]): ReactNode {
  return marks.reduce<ReactNode>((content, mark) => MARKS[mark.type]?.(content, mark) ?? content, text);
}
