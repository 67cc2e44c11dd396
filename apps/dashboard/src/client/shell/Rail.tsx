import { CloseButton } from "@mantine/core";
import {
  IconActivityHeartbeat,
  IconBooks,
  IconCalendarDue,
  IconLayoutDashboard,
  IconUsers,
} from "@tabler/icons-react";
import { usePathname } from "wouter/use-browser-location";
import { PageLink } from "../address/PageLink.tsx";
import { pages } from "../address/pages.ts";
import { base, useHref } from "../address/useView.ts";
import { useCaller } from "./Session.tsx";

const places = [
  { label: "Overview", path: pages.overview(), Icon: IconLayoutDashboard },
  { label: "Courses", path: pages.courses(), Icon: IconBooks },
  { label: "Deadlines", path: pages.deadlines(), Icon: IconCalendarDue },
  { label: "Learners", path: pages.learners(), Icon: IconUsers },
  { label: "Data health", path: pages.dataHealth(), Icon: IconActivityHeartbeat },
];

/** Where one can go from anywhere. */
export function Rail({ onClose }: { onClose: () => void }) {
  const href = useHref();
  const path = usePathname();
  const caller = useCaller();
  return (
    <>
      <div className="md-brand">
        <img src="/admin/assets/icon.svg" alt="" width={28} height={28} />
        <span>Milepost</span>
        <CloseButton hiddenFrom="sm" onClick={onClose} aria-label="Close the menu" ml="auto" />
      </div>
      <nav aria-label="Pages">
        <ul className="md-places">
          {places.map(({ label, path: place, Icon }) => {
            const isHere = isAt(path, place);
            return (
              <li key={place}>
                <PageLink
                  className="md-place"
                  href={href(place)}
                  aria-current={isHere ? "page" : undefined}
                >
                  <Icon size={18} stroke={1.7} aria-hidden />
                  {label}
                </PageLink>
              </li>
            );
          })}
        </ul>
      </nav>
      <p className="md-rail-foot">
        {caller.open ? "Open server: nobody is asked who they are." : `Tenant ${caller.tenant}`}
      </p>
    </>
  );
}

function isAt(path: string, place: string): boolean {
  const own = path.slice(base.length) || "/";
  return place === "/" ? own === "/" : own === place || own.startsWith(`${place}/`);
}
