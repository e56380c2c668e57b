declare module 'mjml-core' {
  const mjml2html: unknown;
  export default mjml2html;
}

declare module 'mjml-preset-core' {
  const preset: unknown;
  export default preset;
}
