/** Documents the route whose parameter carries a decorator, with decorators that are made for methods. */
export function documentRoute(
  target: object,
  method: string | symbol | undefined,
  ...decorators: readonly MethodDecorator[]
): void {
  if (method === undefined) return;
  const descriptor = Object.getOwnPropertyDescriptor(target, method);
  if (!descriptor) return;
  for (const decorate of decorators) decorate(target, method, descriptor);
}
