import { parseOptions, usage, UsageError } from '../../options';

it('has defaults for everything', () => {
  expect(parseOptions([])).toEqual({ port: 8080, empty: false, interactive: true, help: false });
});

it('understands every option that the usage text names', () => {
  const argv = [
    '--app',
    'x',
    '--port',
    '0',
    '--state',
    'y',
    '--empty',
    '--latency',
    'jira=80,incode=300,kvs=8',
    '--forge-bundle',
    '--help',
  ];
  for (const name of argv.filter((word) => word.startsWith('--'))) expect(usage).toContain(name);
  expect(parseOptions(argv)).toEqual({
    app: 'x',
    port: 0,
    state: 'y',
    empty: true,
    latency: { jira: 80, incode: 300, kvs: 8 },
    forgeBundle: true,
    interactive: true,
    help: true,
  });
});

it.each([
  [['--colour'], "Unknown option '--colour'"],
  [['elsewhere'], "Unexpected argument 'elsewhere'"],
  [['--port', 'eighty'], '--port is a number up to 65535, not eighty'],
  [['--port', '65536'], '--port is a number up to 65535, not 65536'],
  [['--latency', 'moon=1'], 'not moon=1'],
  [['--latency', 'jira=fast'], 'not jira=fast'],
])('refuses %j with a sentence', (argv, message) => {
  expect(() => parseOptions(argv)).toThrow(UsageError);
  expect(() => parseOptions(argv)).toThrow(message);
});
