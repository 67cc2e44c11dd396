/** A style sheet as text, which the bundler shortens. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
