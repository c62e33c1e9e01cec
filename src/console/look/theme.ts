/** Mantine in the product's clothes: every value comes from `src/styles/tokens.css`. */
import {
  Badge,
  Button,
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Menu,
  Modal,
  NumberInput,
  Popover,
  Select,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from "@mantine/core";

type Shades = [string, string, string, string, string, string, string, string, string, string];

/** Soft grounds first, the colour itself, then the stronger one; each is light or dark by itself. */
function hue(name: string, strong = name): Shades {
  const soft = `var(--color-${name}-soft)`;
  const color = `var(--color-${name})`;
  const strongest = `var(--color-${strong})`;
  return [soft, soft, soft, color, color, color, color, strongest, strongest, strongest];
}

const hues = ["accent", "open", "risk", "breached", "met"] as const;

const token = (name: string) => `var(--color-${name})`;
const shades = (names: string): Shades => names.split(" ").map(token) as unknown as Shades;

/** Mantine takes light grounds from the first shades of gray and dark grounds from the last of dark. */
const gray = shades(
  "surface surface-strong surface-strong line line-strong muted muted text text text",
);
const dark = shades("text text muted line-strong line surface-strong surface ground ground ground");

const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === "filled" ? { ...colors, color: "var(--color-on-accent)" } : colors;
};

const withinMotion = { transition: "fade", duration: 100 } as const;

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: 6,
  colors: {
    accent: hue("accent", "accent-strong"),
    open: hue("open"),
    risk: hue("risk"),
    breached: hue("breached"),
    met: hue("met"),
    red: hue("breached"),
    gray,
    dark,
  },
  // The ground of things in the light, the brightest text in the dark.
  white: "light-dark(var(--color-ground), var(--color-text))",
  black: "var(--color-text)",
  variantColorResolver,
  fontFamily: "var(--font-sans)",
  fontFamilyMonospace: "var(--font-mono)",
  headings: { fontFamily: "var(--font-sans)", fontWeight: "var(--weight-strong)" },
  fontSizes: {
    xs: "0.8125rem",
    sm: "var(--text-s)",
    md: "var(--text-s)",
    lg: "var(--text-m)",
    xl: "var(--text-l)",
  },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45", lg: "1.5", xl: "1.5" },
  spacing: {
    xs: "var(--space-2)",
    sm: "var(--space-3)",
    md: "var(--space-4)",
    lg: "var(--space-6)",
    xl: "var(--space-8)",
  },
  radius: {
    xs: "0.25rem",
    sm: "var(--radius-s)",
    md: "var(--radius-m)",
    lg: "var(--radius-l)",
    xl: "var(--radius-full)",
  },
  defaultRadius: "sm",
  shadows: {
    xs: "none",
    sm: "var(--shadow-raised)",
    md: "var(--shadow-raised)",
    lg: "var(--shadow-raised)",
    xl: "var(--shadow-raised)",
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: "xs" } }),
    Badge: Badge.extend({ defaultProps: { size: "sm", variant: "light", radius: "xs" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "xs" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "xs" } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: "xs" } }),
    TagsInput: TagsInput.extend({ defaultProps: { size: "xs" } }),
    Select: Select.extend({ defaultProps: { size: "xs", checkIconPosition: "right" } }),
    Combobox: Combobox.extend({ defaultProps: { withinPortal: false } }),
    Menu: Menu.extend({
      defaultProps: {
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        shadow: "md",
        transitionProps: withinMotion,
      },
    }),
    Popover: Popover.extend({
      defaultProps: { withinPortal: false, shadow: "md", transitionProps: withinMotion },
    }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: withinMotion,
        overlayProps: { backgroundOpacity: 0.35 },
        yOffset: "14vh",
      },
    }),
    Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.35 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
});

function ofHue(name: string): Record<string, string> {
  const at = (part: string) => `--mantine-color-${name}-${part}`;
  return {
    [at("text")]: `var(--color-${name})`,
    [at("light")]: `var(--color-${name}-soft)`,
    [at("light-hover")]: `color-mix(in srgb, var(--color-${name}-soft), var(--color-${name}) 12%)`,
    [at("light-color")]: `var(--color-${name})`,
    [at("outline")]: `var(--color-${name})`,
    [at("outline-hover")]: `var(--color-${name}-soft)`,
  };
}

const common: Record<string, string> = {
  "--mantine-color-text": "var(--color-text)",
  "--mantine-color-bright": "var(--color-text)",
  "--mantine-color-body": "var(--color-ground)",
  "--mantine-color-error": "var(--color-breached)",
  "--mantine-color-success": "var(--color-met)",
  "--mantine-color-placeholder": "var(--color-muted)",
  "--mantine-color-anchor": "var(--color-accent)",
  "--mantine-color-default": "var(--color-ground)",
  "--mantine-color-default-hover": "var(--color-surface)",
  "--mantine-color-default-color": "var(--color-text)",
  "--mantine-color-default-border": "var(--color-line)",
  "--mantine-color-dimmed": "var(--color-muted)",
  "--mantine-color-disabled": "var(--color-surface)",
  "--mantine-color-disabled-color": "var(--color-muted)",
  "--mantine-color-disabled-border": "var(--color-line)",
  "--mantine-primary-color-contrast": "var(--color-on-accent)",
  "--mantine-color-gray-text": "var(--color-text)",
  "--mantine-color-gray-light": "var(--color-surface-strong)",
  "--mantine-color-gray-light-hover": "var(--color-surface-strong)",
  "--mantine-color-gray-light-color": "var(--color-text)",
  ...Object.assign({}, ...hues.map(ofHue)),
};

/** Both schemes get the same names: the tokens know light and dark themselves. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: common,
  dark: common,
});
