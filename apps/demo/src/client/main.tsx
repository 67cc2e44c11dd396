import "@milepost/react/styles.css";
import "./site.css";
import "./gallery.css";
import { hydrateRoot } from "react-dom/client";
import type { PageData } from "../pages/PageData.ts";
import { Site } from "../pages/Site.tsx";

const root = document.getElementById("root");
const text = document.getElementById("data")?.textContent;
if (root === null || text == null) throw new Error("This is not a page of the site.");
hydrateRoot(root, <Site data={JSON.parse(text) as PageData} />);
