import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The accent of the learner components, in ten steps around it. */
const accent: MantineColorsTuple = [
  "#eef3ff",
  "#dce5fb",
  "#b8c9f5",
  "#9db7ff",
  "#6f8fe6",
  "#4a70d8",
  "#345fd0",
  "#2a55c9",
  "#2148b0",
  "#173a8f",
];

/** Greys of the dark scheme, those of tokens.css: Mantine's own are brown beside them. */
const dark: MantineColorsTuple = [
  "#e8ecf5",
  "#c9d1e0",
  "#a3adc2",
  "#7d88a1",
  "#414b61",
  "#2c3445",
  "#1e2431",
  "#181d28",
  "#141924",
  "#10141c",
];

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 5 },
  colors: { accent, dark },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, "Segoe UI", Roboto, Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Menu: {
      defaultProps: {
        // Within what it belongs to, and its first item focused: what takes the focus in its place
        // is nothing that a menu may hold.
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
  },
});
