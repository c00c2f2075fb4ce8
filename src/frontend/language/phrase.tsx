import { Text } from '@forge/react';
import { Fragment } from 'react';
import type { TextProps } from '@forge/react';
import type { ReactNode } from 'react';

interface PhraseProps extends Pick<TextProps, 'color'> {
  /** With placeholders left, such as `By {user}`. */
  text: string;
  /** What is drawn in their places, by their names. */
  parts: Record<string, ReactNode>;
}

/** A text with something drawn in it, in the place where the language wants it; to be put into an `Inline`. */
export function Phrase({ text, parts, color }: PhraseProps) {
  const pieces = text.split(/\{(\w+)\}/);
  return pieces.map((piece, i) => {
    // Names and what stands between them take turns.
    if (i % 2 === 1) return <Fragment key={piece}>{parts[piece]}</Fragment>;
    const words = piece.trim();
    return (
      words && (
        <Text key={i} {...(color && { color })}>
          {words}
        </Text>
      )
    );
  });
}

/** A text with words in bold, by the names of their places. */
export function BoldPhrase({ text, parts }: { text: string; parts: Record<string, string> }) {
  const pieces = text.split(/\{(\w+)\}/);
  return (
    <Text>
      {pieces.map((piece, i) =>
        i % 2 === 1 ? (
          <Text key={piece} as="strong">
            {parts[piece]}
          </Text>
        ) : (
          piece
        ),
      )}
    </Text>
  );
}
