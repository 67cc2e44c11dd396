import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { csvHref } from "../api/client.ts";

interface Props {
  /** Of the report that is shown, such as `/v1/reports/courses`. */
  readonly path: string;
  readonly query: object;
}

/** Saves what is shown as CSV: the same report, scope and order, with every row. */
export function ExportButton({ path, query }: Props) {
  return (
    <Button
      component="a"
      href={csvHref(path, query)}
      download
      variant="default"
      size="xs"
      leftSection={<IconDownload size={15} aria-hidden />}
      data-shortcut="export"
    >
      Export CSV
    </Button>
  );
}
