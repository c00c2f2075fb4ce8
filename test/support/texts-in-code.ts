import { resolve } from 'node:path';
import ts from 'typescript';

const frontend = resolve(__dirname, '../../src/frontend');

/** A place in the code that asks for a text. */
export interface TextUse {
  /** File and line. */
  place: string;
  /** The keys that it may ask for, as the compiler knows them. */
  keys: string[];
  /** The names of the placeholders that it fills. */
  fills: string[];
}

/** Every `t(…)` and `counted(…)` of the frontends. @throws Error where a key cannot be known from the code */
export function textUses(): TextUse[] {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(resolve(frontend, 'tsconfig.json'), {}, host);
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  const checker = program.getTypeChecker();
  const uses: TextUse[] = [];
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(frontend))) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) uses.push(...useIn(node, file, checker));
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return uses;
}

function useIn(call: ts.CallExpression, file: ts.SourceFile, checker: ts.TypeChecker): TextUse[] {
  const [word, values] = call.arguments;
  const name = call.expression.getText(file);
  if (!word || !(name === 't' || name === 'counted')) return [];
  const line = file.getLineAndCharacterOfPosition(call.pos).line + 1;
  const place = `${file.fileName.slice(frontend.length + 1)}:${line}`;
  const found = literalsOf(checker.getTypeAtLocation(word), place);
  if (name === 't') return [{ place, keys: found, fills: [...namesIn(values), ...partsAround(call)] }];
  const keys = found.flatMap((beginning) => [`${beginning}.one`, `${beginning}.other`]);
  return [{ place, keys, fills: ['count'] }];
}

function literalsOf(type: ts.Type, place: string): string[] {
  if (type.isStringLiteral()) return [type.value];
  if (type.isUnion()) return type.types.flatMap((each) => literalsOf(each, place));
  throw new Error(`${place} asks for a text whose key cannot be known`);
}

function namesIn(object: ts.Node | undefined): string[] {
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap(({ name }) => (name ? [name.getText()] : []));
}

/** What a `Phrase` or `BoldPhrase` draws into the text that it is given. */
function partsAround(call: ts.CallExpression): string[] {
  const element = ts.findAncestor(call, ts.isJsxSelfClosingElement);
  if (!element || !/^(Bold)?Phrase$/.test(element.tagName.getText())) return [];
  return element.attributes.properties.flatMap((attribute) => {
    const isParts = ts.isJsxAttribute(attribute) && attribute.name.getText() === 'parts';
    const value = isParts ? attribute.initializer : undefined;
    return value && ts.isJsxExpression(value) ? namesIn(value.expression) : [];
  });
}
