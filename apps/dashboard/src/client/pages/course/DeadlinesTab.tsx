/** Deadlines of a course. */
export default function DeadlinesTab({ course }: { course: string }) {
  return <p>{course}</p>;
}
