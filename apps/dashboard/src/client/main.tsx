import "@fontsource-variable/inter";
import "@mantine/core/styles.css";
import "./styles/tokens.css";
import "./styles/shell.css";
import "./styles/ui.css";
import "./styles/tables.css";
import "./styles/charts.css";
import "./styles/pages.css";
import "./address/backGuard.ts";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";

const nonce = document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content ?? "";
// For the one style sheet that a dialog makes to keep the page behind it from scrolling.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App nonce={nonce} />);
