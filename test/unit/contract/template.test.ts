import fc from 'fast-check';
import { renderTemplate, templateProblems } from '../../../src/contract/template';

const values = { name: 'Ada', email: 'ada@example.com', identityId: 'identity-1', sessionId: 'session-1' };

test('the four variables are filled in, with or without spaces inside the braces', () => {
  const template = '{{name}} <{{ email }}> {{identityId}}/{{sessionId}}';
  expect(renderTemplate(template, values)).toBe('Ada <ada@example.com> identity-1/session-1');
});

test('anything else in braces stays as it is', () => {
  expect(renderTemplate('{{phone}} {{ }} {name} {{constructor}}', values)).toBe(
    '{{phone}} {{ }} {name} {{constructor}}',
  );
});

test('values are never taken for templates', () => {
  expect(renderTemplate('{{name}}', { ...values, name: '{{email}} $&' })).toBe('{{email}} $&');
});

test('text without braces comes through unchanged', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{{')),
      (text) => {
        expect(renderTemplate(text, values)).toBe(text);
      },
    ),
  );
});

describe('what looks like a variable and is none', () => {
  test('is named with its line and column', () => {
    expect(templateProblems('Hi {{name}} 😀\n{{ mail }}, {{email, {sessionId} and }}')).toEqual([
      { kind: 'unknown', text: '{{ mail }}', line: 2, column: 1 },
      { kind: 'broken', text: '{{email,', line: 2, column: 13 },
      { kind: 'broken', text: '{sessionId}', line: 2, column: 22 },
      { kind: 'broken', text: '}}', line: 2, column: 38 },
    ]);
  });

  test('is nothing where all variables are known, and braces are just braces', () => {
    expect(templateProblems('{{name}} {{ email }} { } {x} :}')).toEqual([]);
  });
});
