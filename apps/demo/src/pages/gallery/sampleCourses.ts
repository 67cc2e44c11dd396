import type { GalleryLocale } from "../PageData.ts";

export interface SampleLesson {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly required: boolean;
}

/** A course to show components with, written in one language. */
export interface SampleCourse {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly SampleLesson[];
  /** What {@link retiredId} was called. */
  readonly retiredTitle: string;
  /** Of a lesson that no button completes. */
  readonly rule: string;
}

/** Of the lesson that left the outline. */
export const retiredId = "paper-lists";

const ids = ["hands", "fridges", "allergens", "heat", "cooling", "cleaning", "inspection"];

interface Words {
  readonly title: string;
  readonly sections: readonly [string, string];
  readonly lessons: readonly string[];
  readonly retiredTitle: string;
  readonly rule: string;
}

/** Three lessons before the shift, four during it; the last is optional. */
function courseOf({ title, sections, lessons, retiredTitle, rule }: Words): SampleCourse {
  return {
    id: "kitchen-hygiene",
    title,
    retiredTitle,
    rule,
    lessons: lessons.map((lesson, at) => ({
      id: ids[at] ?? lesson,
      title: lesson,
      section: sections[at < 3 ? 0 : 1],
      required: at < 6,
    })),
  };
}

/** The same course in each language of the gallery. */
export const sampleCourses: Readonly<Record<GalleryLocale, SampleCourse>> = {
  en: courseOf({
    title: "Food safety in the kitchen",
    sections: ["Before the shift", "During the shift"],
    lessons: [
      "Clean hands, clean clothes",
      "What goes into which fridge",
      "Allergens on the label",
      "Hot enough in the middle",
      "Cooling and reheating",
      "Clean as you go",
      "When the inspector calls",
    ],
    retiredTitle: "Temperature lists on paper",
    rule: "Completes when you pass the quiz.",
  }),
  de: courseOf({
    title: "Hygiene in der Küche",
    sections: ["Vor der Schicht", "Während der Schicht"],
    lessons: [
      "Saubere Hände, saubere Kleidung",
      "Was in welchen Kühlschrank gehört",
      "Allergene richtig kennzeichnen",
      "Bis in die Mitte durchgegart",
      "Abkühlen und wieder erhitzen",
      "Zwischendurch sauber machen",
      "Wenn die Lebensmittelkontrolle kommt",
    ],
    retiredTitle: "Temperaturlisten auf Papier",
    rule: "Wird abgeschlossen, wenn Sie das Quiz bestehen.",
  }),
  ar: courseOf({
    title: "سلامة الغذاء في المطبخ",
    sections: ["قبل بدء المناوبة", "أثناء المناوبة"],
    lessons: [
      "أيدٍ نظيفة وملابس نظيفة",
      "ما يُحفظ في كل ثلاجة",
      "مسببات الحساسية على الملصق",
      "الطهي حتى تنضج من الداخل",
      "التبريد وإعادة التسخين",
      "التنظيف أثناء العمل",
      "عندما يزورنا مفتش الأغذية",
    ],
    retiredTitle: "قوائم درجات الحرارة الورقية",
    rule: "يكتمل هذا الدرس عند اجتياز الاختبار القصير.",
  }),
};
