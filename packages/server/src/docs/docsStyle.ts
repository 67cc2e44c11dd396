import { Html } from "./html.ts";

/** The style of the page, in light and dark as the reader's system is. */
export const docsStyle = new Html(`
:root {
  color-scheme: light dark;
  --ground: light-dark(#fff, #14171c);
  --raised: light-dark(#f5f6f8, #1c2027);
  --line: light-dark(#dfe3e8, #2f353f);
  --text: light-dark(#1b1f24, #e4e7eb);
  --muted: light-dark(#57606a, #9aa4b0);
  --accent: light-dark(#0b5cad, #7fb8f5);
}
* { box-sizing: border-box; }
body {
  margin: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr);
  background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, sans-serif;
}
nav {
  position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem;
  background: var(--raised); border-right: 1px solid var(--line); font-size: 0.875rem;
}
nav p { margin: 1rem 0 0.25rem; font-weight: 600; }
nav .brand { margin-top: 0; font-size: 1.1rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a {
  display: flex; align-items: center; gap: 0.5rem; padding: 0.2rem 0; color: var(--text);
}
nav a { text-decoration: none; }
main { max-width: 56rem; padding: 2rem clamp(1rem, 4vw, 4rem) 6rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 2rem; margin: 0 0 1rem; }
h2 { margin: 4rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { margin: 3rem 0 0.5rem; }
h4 { margin: 1.5rem 0 0.5rem; font-size: 0.95rem; }
h2, h3 { scroll-margin-top: 1rem; }
small, .roles { color: var(--muted); font-weight: 400; }
.route { display: flex; gap: 0.6rem; align-items: baseline; flex-wrap: wrap; }
.method {
  font: 700 0.7rem/1.6 ui-monospace, monospace; text-transform: uppercase;
  min-width: 4.8em; text-align: center; padding: 0 0.4em; border-radius: 0.3em; color: #fff;
}
.get { background: #1a7f4b; }
.put { background: #9a5b00; }
.post { background: #0b5cad; }
.delete { background: #b3261e; }
code { font: 0.875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre {
  margin: 0; padding: 1rem; max-height: 26rem; overflow: auto;
  background: var(--raised); border: 1px solid var(--line); border-radius: 0.5rem;
}
pre code { overflow-wrap: normal; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td {
  text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0;
  border-top: 1px solid var(--line);
}
th { font-weight: 400; width: 30%; }
td:nth-child(2) { width: 28%; color: var(--muted); overflow-wrap: anywhere; }
details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--accent); }
dl { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); font-size: 0.9rem; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; }
dd > :first-child { margin-top: 0; padding-left: 1.1rem; }
@media (max-width: 50rem) {
  body { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  nav ul { display: none; }
  nav p { display: inline-block; margin: 0.25rem 1rem 0.25rem 0; }
  nav .brand { display: block; }
}
@media print { nav { display: none; } body { display: block; } }
`);
