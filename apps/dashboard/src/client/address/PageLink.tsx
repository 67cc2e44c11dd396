import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { goTo } from "./useView.ts";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** A link within the dashboard: an ordinary one that is followed without loading the page anew. */
export function PageLink({ href, onClick, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (event.defaultPrevented || !isPlain || event.altKey) return;
    event.preventDefault();
    goTo(href);
  };
  return <a className="md-link" {...rest} href={href} onClick={follow} />;
}
