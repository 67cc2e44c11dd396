import type { Messages } from "./en.ts";

/** German. */
export const de: Messages = {
  progress: "Kursfortschritt",
  loading: "Fortschritt wird geladen",
  failed: "Ihr Fortschritt konnte nicht geladen werden.",
  retry: "Erneut versuchen",
  dismiss: "Ausblenden",

  lessons: "{completed} von {total, plural, one {# Lektion} other {# Lektionen}}",
  lessonsSpoken:
    "{completed} von {total, plural, one {# Lektion} other {# Lektionen}} abgeschlossen, {percentage} Prozent",
  unsentSpoken: "{count, plural, one {# weitere ist} other {# weitere sind}} noch nicht gesendet",
  unsentLessons: "{count, plural, one {# weitere} other {# weitere}}, noch nicht gesendet",
  noneRequired: "Keine Lektion ist Pflicht",
  completedOn: "Abgeschlossen am {date}",
  addedSince: "{count, plural, one {# Lektion} other {# Lektionen}} seither hinzugekommen",
  addedOn: "{count, plural, one {# Lektion ist} other {# Lektionen sind}} am {date} hinzugekommen.",

  statusNotStarted: "nicht begonnen",
  statusInProgress: "begonnen",
  statusComplete: "abgeschlossen",
  statusPending: "abgeschlossen, noch nicht gesendet",
  statusNotOpen: "öffnet {date}",
  statusLocked: "gesperrt",
  statusRetired: "eingestellt, abgeschlossen am {date}",
  comma: ", ",
  optional: "Freiwillig",
  outline: "Lektionen",
  otherLessons: "Lektionen",
  retiredLessons: "Eingestellte Lektionen",
  sectionCount: "{completed} von {total}",
  sectionSpoken: "{completed} von {total} abgeschlossen",

  complete: "Lektion als abgeschlossen markieren",
  saving: "Wird gespeichert …",
  queued: "Wird gesendet, sobald Sie online sind",
  savedOn: "Abgeschlossen am {date}",
  undo: "Rückgängig",
  notSaved: "Nicht gespeichert. {reason}",
  notOpenYet: "Diese Lektion ist noch nicht geöffnet.",

  start: "Beginnen",
  continue: "Weiter: {lesson}",
  review: "Kurs noch einmal ansehen",
  certificate: "Zum Zertifikat",
  toOutline: "Alle Lektionen ansehen",
  reasonNew: "Sie haben noch nicht begonnen",
  reasonUnfinished: "Diese Lektion haben Sie noch nicht abgeschlossen",
  reasonNext: "Die nächste Lektion",
  reasonSkipped: "Diese Lektion haben Sie ausgelassen",
  reasonRetired: "Die Lektion, in der Sie waren, wurde ersetzt",
  reasonNewContent: "Hinzugekommen, seit Sie den Kurs abgeschlossen haben",
  reasonCompleted: "Sie haben diesen Kurs abgeschlossen",
  reasonOptional: "Alles Weitere ist freiwillig",
  reasonWaiting: "Die nächste Lektion ist noch nicht geöffnet",
  opens: "Öffnet {date}",
  needs: "Zuerst {count, plural, one {# Lektion} other {# Lektionen}} abschließen",

  due: "Fällig {date}",
  overdue: "Überfällig",
  zoneTime: "Zeit in {zone}",

  courseComplete: "Kurs abgeschlossen",
  eligible: "Sie haben das Zertifikat erworben.",
  missing: "Noch {count, plural, one {# Lektion} other {# Lektionen}} bis zum Zertifikat",
  almost: "Ihre letzten Lektionen müssen noch zum Server, dann gehört das Zertifikat Ihnen.",

  unsent: "{count, plural, one {# Änderung} other {# Änderungen}} noch nicht gesendet",
  offline: "Sie sind offline.",
  memoryOnly:
    "Dieser Browser behält nichts für diese Seite: Bleiben Sie hier, bis alles gesendet ist.",
  send: "Erneut senden",

  saidComplete:
    "{lesson} abgeschlossen. {completed} von {total, plural, one {# Lektion} other {# Lektionen}} erledigt.",
  saidSynced:
    "{count, plural, one {# Lektion} other {# Lektionen}} übertragen. {completed} von {total} erledigt.",
  saidCourse: "Kurs abgeschlossen.",
  saidQueued: "{lesson} wird gesendet, sobald Sie online sind.",
  saidRefused: "{lesson} wurde nicht gespeichert. {reason}",

  refusedEnrollment: "Sie sind in diesem Kurs nicht eingeschrieben.",
  refusedLesson: "Diese Lektion gehört nicht mehr zum Kurs.",
  refusedForbidden: "Das dürfen Sie nicht festhalten.",
  refusedExpired: "Es hat länger als 30 Tage gewartet.",
  refusedFull: "Auf diesem Gerät wartet zu viel darauf, gesendet zu werden.",
  refusedOther: "Der Server hat es nicht angenommen.",
};
