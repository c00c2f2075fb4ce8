import { xcssRules } from '../../../web/forge-doc/xcss';

describe('The xcss of a Box', () => {
  it('has design tokens for values', () => {
    const css = xcssRules('.box', {
      backgroundColor: 'color.background.neutral',
      paddingInline: 'space.200',
      boxShadow: 'elevation.shadow.raised',
      borderRadius: 'border.radius.100',
    });
    expect(css).toBe(
      '.box { background-color: var(--ds-background-neutral);padding-inline: var(--ds-space-200);' +
        'box-shadow: var(--ds-shadow-raised);border-radius: var(--ds-radius-small); }',
    );
  });

  it('has pixels for numbers, except where CSS has none', () => {
    expect(xcssRules('.box', { width: 320, opacity: 0.5 })).toBe('.box { width: 320px;opacity: 0.5; }');
  });

  it('has pseudo-classes and media queries', () => {
    const css = xcssRules('.box', {
      ':hover': { color: 'color.text.subtle' },
      '@media (min-width: 48rem)': { width: '50%' },
    });
    expect(css).toContain('.box:hover { color: var(--ds-text-subtle); }');
    expect(css).toContain('@media (min-width: 48rem) { .box { width: 50%; } }');
  });

  it('cannot reach out of its place on the page', () => {
    const css = xcssRules('.box', {
      position: 'fixed',
      zIndex: 9,
      inset: 0,
      width: '1px} body { display: none',
    });
    expect(css).toBe('.box {  }');
  });
});
