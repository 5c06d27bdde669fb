import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Petrol: the one colour of the console. The clocks’ ochre and brick are kept for clocks. */
const petrol: MantineColorsTuple = [
  '#edf6f4',
  '#d9ebe7',
  '#b0d6cf',
  '#83bfb5',
  '#55a599',
  '#2f8a7e',
  '#17756a',
  '#0d5f58',
  '#0a4e48',
  '#073b37',
];

const stone: MantineColorsTuple = [
  '#f7f8f7',
  '#eef1ef',
  '#e1e6e3',
  '#d0d7d3',
  '#b3bdb8',
  '#8c9993',
  '#66746e',
  '#4b5954',
  '#313d39',
  '#1a2320',
];

const slate: MantineColorsTuple = [
  '#e3e9e6',
  '#c9d2ce',
  '#a8b4af',
  '#86938d',
  '#55625d',
  '#37433f',
  '#28322e',
  '#1c2421',
  '#151b19',
  '#0f1412',
];

/** For what cannot be taken back. */
const brick: MantineColorsTuple = [
  '#fceeec',
  '#f8dbd7',
  '#f0b4ad',
  '#e88b81',
  '#dd6358',
  '#cc4237',
  '#b3312a',
  '#a3261d',
  '#861d16',
  '#661510',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, brick, gray: stone, dark: slate },
  autoContrast: true,
  luminanceThreshold: 0.34,
  fontFamily: "'Onest Variable', system-ui, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, monospace",
  headings: { fontFamily: "'Onest Variable', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  radius: { md: '6px', lg: '10px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    InputWrapper: { styles: { label: { fontWeight: 500, marginBottom: 5 }, error: { marginTop: 6 } } },
    Button: { styles: { root: { fontWeight: 550 } } },
    Modal: {
      styles: { title: { fontWeight: 600, fontSize: '1.0625rem' }, body: { paddingTop: 4 } },
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
    },
    Tooltip: {
      defaultProps: { multiline: true, maw: 340, withArrow: true, events: { hover: true, focus: true, touch: true } },
    },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--late)',
  '--mantine-color-placeholder': 'var(--muted)',
};

/** Mantine’s surfaces follow the console’s own palette (`styles.css`), which is the only place where it is written. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
