import type { Messages } from "./en.ts";

const lessons =
  "{total, plural, zero {# درس} one {درس واحد} two {درسين} few {# دروس} many {# درسًا} other {# درس}}";
const counted =
  "{count, plural, zero {لا دروس} one {درس واحد} two {درسان} few {# دروس} many {# درسًا} other {# درس}}";
const changes =
  "{count, plural, zero {لا تغييرات} one {تغيير واحد} two {تغييران} few {# تغييرات} many {# تغييرًا} other {# تغيير}}";

/** Arabic, written from right to left, with its six plural forms. */
export const ar: Messages = {
  progress: "التقدم في الدورة",
  loading: "جارٍ تحميل التقدم",
  failed: "تعذّر تحميل تقدمك.",
  retry: "حاول مرة أخرى",
  dismiss: "إخفاء",

  lessons: `{completed} من ${lessons}`,
  lessonsSpoken: `اكتمل {completed} من ${lessons}، {percentage} بالمئة`,
  unsentSpoken: `${counted} لم تُرسل بعد`,
  unsentLessons: `${counted} لم تُرسل بعد`,
  noneRequired: "لا يوجد درس إلزامي",
  completedOn: "اكتمل في {date}",
  addedSince: `أُضيف منذ ذلك الحين: ${counted}`,
  addedOn: `أُضيف في {date}: ${counted}.`,

  statusNotStarted: "لم يبدأ",
  statusInProgress: "قيد الدراسة",
  statusComplete: "مكتمل",
  statusPending: "مكتمل، لم يُرسل بعد",
  statusNotOpen: "يُفتح في {date}",
  statusLocked: "مقفل",
  statusRetired: "لم يعد متاحًا، اكتمل في {date}",
  comma: "، ",
  optional: "اختياري",
  outline: "الدروس",
  otherLessons: "الدروس",
  retiredLessons: "دروس لم تعد متاحة",
  sectionCount: "{completed} من {total}",
  sectionSpoken: "اكتمل {completed} من {total}",

  complete: "وضع علامة اكتمال على الدرس",
  saving: "جارٍ الحفظ…",
  queued: "سيُرسل عند الاتصال بالإنترنت",
  savedOn: "اكتمل في {date}",
  undo: "تراجع",
  notSaved: "لم يُحفظ. {reason}",
  notOpenYet: "لم يُفتح هذا الدرس بعد.",

  start: "ابدأ",
  continue: "تابع: {lesson}",
  review: "راجع الدورة",
  certificate: "احصل على شهادتك",
  toOutline: "عرض كل الدروس",
  reasonNew: "لم تبدأ بعد",
  reasonUnfinished: "لم تُكمل هذا الدرس بعد",
  reasonNext: "الدرس التالي",
  reasonSkipped: "تجاوزت هذا الدرس",
  reasonRetired: "استُبدل الدرس الذي كنت فيه",
  reasonNewContent: "أُضيف بعد إكمالك الدورة",
  reasonCompleted: "لقد أكملت هذه الدورة",
  reasonOptional: "لم يبقَ شيء إلزامي",
  reasonWaiting: "لم يُفتح الدرس التالي بعد",
  opens: "يُفتح في {date}",
  needs: `يجب إكمال ما يلي أولًا: ${counted}`,

  due: "الموعد النهائي {date}",
  overdue: "متأخر",
  zoneTime: "بتوقيت {zone}",

  courseComplete: "اكتملت الدورة",
  eligible: "لقد استحققت الشهادة.",
  missing: `المتبقي للحصول على الشهادة: ${counted}`,
  almost: "يجب أن تصل دروسك الأخيرة إلى الخادم قبل أن تصبح الشهادة لك.",

  unsent: `${changes} لم تُرسل بعد`,
  offline: "أنت غير متصل بالإنترنت.",
  memoryOnly: "لا يحفظ هذا المتصفح شيئًا لهذه الصفحة: ابقَ هنا حتى يُرسل كل شيء.",
  send: "إعادة المحاولة",

  saidComplete: `اكتمل {lesson}. أُنجز {completed} من ${lessons}.`,
  saidSynced: `تمت مزامنة ${counted}. أُنجز {completed} من {total}.`,
  saidCourse: "اكتملت الدورة.",
  saidQueued: "سيُرسل {lesson} عند الاتصال بالإنترنت.",
  saidRefused: "لم يُحفظ {lesson}. {reason}",

  refusedEnrollment: "لست مسجلًا في هذه الدورة.",
  refusedLesson: "لم يعد هذا الدرس جزءًا من الدورة.",
  refusedForbidden: "لا يُسمح لك بتسجيل هذا.",
  refusedExpired: "انتظر أكثر من 30 يومًا.",
  refusedFull: "هناك الكثير مما ينتظر الإرسال من هذا الجهاز.",
  refusedOther: "لم يقبله الخادم.",
};
