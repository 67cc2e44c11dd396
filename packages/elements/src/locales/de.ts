import { de } from "@milepost/react/locales/de";
import { registerMessages } from "../locales.ts";

registerMessages("de", de);
