import type { ReactNode } from "react";

interface Props {
  readonly index: number;
  readonly label: string;
  readonly cells: readonly {
    readonly id: string;
    readonly isNumeric: boolean;
    readonly content: ReactNode;
    readonly isPinned: boolean;
  }[];
  readonly isCurrent: boolean;
  onFocus(): void;
  /** Undefined where rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  onSelect(extend: boolean): void;
}

/** A row that takes the keys; its first cell is its heading. */
export function TableRow(props: Props) {
  const { index, label, cells, isCurrent, onFocus, isSelected, onSelect } = props;
  return (
    <tr
      data-row={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
    >
      {isSelected === undefined ? null : (
        <td className="md-select">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`Select ${label}`}
            checked={isSelected}
            onChange={() => undefined}
            onClick={(event) => onSelect(event.shiftKey)}
          />
        </td>
      )}
      {cells.map(({ id, isNumeric, content, isPinned }, at) => {
        const name = `${isNumeric ? "md-numeric" : ""}${isPinned ? " md-pinned" : ""}`;
        return at === 0 ? (
          <th key={id} scope="row" className={name}>
            {content}
          </th>
        ) : (
          <td key={id} className={name}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}
