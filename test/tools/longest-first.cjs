const Sequencer = require('@jest/test-sequencer').default;

/** Where nothing is known of earlier runs, Jest goes by the size of files, and would begin these too late. */
const LONG = [
  'app/chaos.test',
  'app/chaos-faults.test',
  'app/scopes.test',
  'bench/load.test',
  'bench/budgets.test',
];

const place = ({ path }) => LONG.findIndex((name) => path.includes(name));

/** Jest's own order, but for the longest tests: these come first, so that no worker is left with one in the end. */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const long = sorted.filter((test) => place(test) >= 0).sort((one, other) => place(one) - place(other));
    return [...long, ...sorted.filter((test) => place(test) < 0)];
  }
};
