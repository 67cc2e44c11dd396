import { ar } from "@milepost/react/locales/ar";
import { registerMessages } from "../locales.ts";

registerMessages("ar", ar);
