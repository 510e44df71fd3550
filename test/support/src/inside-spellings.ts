/** Addresses inside, and services that only the inside has. */
const inside = [
  ...['127.0.0.1', '127.1.2.3', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255'],
  ...['172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.1', '169.254.169.254', '169.254.170.2'],
  ...['100.64.0.1', '100.100.100.200', '100.127.255.254', '192.0.0.192', '192.0.2.1', '198.18.0.1', '198.51.100.7'],
  ...['203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '168.63.129.16'],
];

const hex = (value: number, digits = 0): string => value.toString(16).padStart(digits, '0');
const wide = (text: string): string => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

/** All the ways to write one IPv4 address in the host of a URL that we know of. */
function spellingsOf(address: string): readonly string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const [high, low] = [hex(a * 256 + b), hex(c * 256 + d)];
  const dotted = (form: (part: number) => string): string => [a, b, c, d].map(form).join('.');
  return [
    ...[address, `${address}.`, String(whole), `0x${hex(whole)}`, `0X${hex(whole).toUpperCase()}`],
    ...[`0${whole.toString(8)}`, dotted((part) => `0x${hex(part)}`), dotted((part) => `0${part.toString(8)}`)],
    ...[dotted((part) => `000${part.toString(8)}`), `${a}.${b * 65_536 + c * 256 + d}`, `${a}.${b}.${c * 256 + d}`],
    ...[`0x${hex(a)}.${b}.0${c.toString(8)}.${d}`, wide(address), address.replaceAll('.', '。')],
    ...[address.replaceAll('.', '%2e'), address.replaceAll(/./g, (each) => `%${hex(each.codePointAt(0) ?? 0)}`)],
    ...[`[::ffff:${address}]`, `[::ffff:${high}:${low}]`, `[0:0:0:0:0:ffff:${high}:${low}]`, `[::${address}]`],
    ...[`[::ffff:0:${high}:${low}]`, `[64:ff9b::${address}]`, `[64:ff9b:1::${high}:${low}]`],
    ...[`[2002:${high}:${low}::1]`, `[2001:0:${high}:${low}::1]`],
    ...[`[2001:0:4136:e378:8000:63bf:${hex(0xffff - (a * 256 + b))}:${hex(0xffff - (c * 256 + d))}]`],
    ...[`[2a00:1450::5efe:${high}:${low}]`, `[2a00:1450::200:5efe:${high}:${low}]`],
  ];
}

const insideV6 = [
  ...['::', '::1', 'fe80::1', 'fe80::a9fe:a9fe', 'febf::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'fd12:3456::1'],
  ...['ff02::1', 'ff0e::1', '100::1', '2001:db8::1', '2001:2::1', '2001:10::1', '2001:20::1', '3fff::1', '5f00::1'],
  ...['4000::1', '8000::1', '1::1', '200::1', '64:ff9b:2::1'],
];

/** Hosts of URLs that lead inside, and the addresses that a name may be given. */
export const insideHosts: readonly string[] = [
  ...inside.flatMap(spellingsOf),
  ...insideV6.map((address) => `[${address}]`),
];
export const insideAddresses: readonly string[] = [
  ...inside,
  ...insideV6,
  ...inside.map((each) => `::ffff:${each}`),
  'fe80::1%lo',
];
