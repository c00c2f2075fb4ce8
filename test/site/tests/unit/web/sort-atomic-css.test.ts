import { sortAtomicCss } from '../../../web/sort-atomic-css';

const order = (...rules: string[]) => sortAtomicCss(rules.join('\n')).split('\n');

describe('The bundled style sheet', () => {
  it('lets a longhand win over a shorthand that came later', () => {
    const color = '._1h6d1j28{border-color:transparent}';
    const reset = '._kkk2n7od{all:unset}';
    const border = '._19it7fe6{border:2px solid}';
    expect(order(color, border, reset)).toEqual([reset, border, color]);
  });

  it('lets hover win over rest, and active over hover', () => {
    const active = '._9h8h15cr:active{color:red}';
    const hover = '._30l3i7uo:hover{color:blue}';
    const rest = '._syaz15cr{color:black}';
    expect(order(active, hover, rest)).toEqual([rest, hover, active]);
  });

  it('lets wider media queries win over narrower ones and over everything outside', () => {
    const wide = '@media (min-width:64rem){._1a2b3c4d{padding-top:9px}}';
    const narrow = '@media (min-width:30rem){._1a2b3c4e{padding-top:5px}}';
    const outside = '._1a2b3c4f:active{padding-top:1px}';
    expect(order(wide, outside, narrow)).toEqual([outside, narrow, wide]);
  });

  it('leaves own rules in their order, before those of Atlaskit', () => {
    const own = [
      '.issue:hover{color:red}',
      '.issue{color:blue}',
      '@media (max-width: 860px) {.issue{color:green}}',
    ];
    const atomic = '._syaz15cr{color:black}';
    expect(order(atomic, ...own)).toEqual([...own, atomic]);
  });
});
