/**
 * Countries with several zones and the one where most people live: the first of the country in zone1970.tab of the IANA
 * time-zone database, which lists by population. Every other country has one, and Intl knows it.
 */
const PRINCIPAL: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  UM: 'Pacific/Wake',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

const known = new Map<string, string | undefined>();

/** The zone of a country (ISO 3166-1), or of most people in it; `undefined` for a country that there is not. */
export function zoneOfCountry(country: string): string | undefined {
  const code = country.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  if (!known.has(code)) known.set(code, PRINCIPAL[code] ?? onlyZone(code));
  return known.get(code);
}

/** TypeScript's own types do not have `timeZones` yet. */
function onlyZone(code: string): string | undefined {
  const zones: unknown = Reflect.get(new Intl.Locale(`und-${code}`), 'timeZones');
  const first: unknown = Array.isArray(zones) ? zones[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}
