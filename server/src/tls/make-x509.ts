import { createHash, type KeyObject, sign, X509Certificate } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  NameConstraints,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from "@peculiar/asn1-x509";

/** Half open, UTC ms. */
export interface Term {
  readonly from: number;
  readonly to: number;
}

/** Names and addresses that a certificate speaks for. */
export interface Names {
  readonly dns: readonly string[];
  readonly ips: readonly string[];
}

/** What an authority may sign for: domains with all below them, and networks as `10.0.0.0/8` (RFC 5280, 4.2.1.10). */
export interface Allowed {
  readonly dns: readonly string[];
  readonly nets: readonly string[];
}

/** The pair of one certificate. */
export interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const ID_COMMON_NAME = "2.5.4.3";
/** ECDSA with SHA-256 (RFC 5758, 3.2). */
const ECDSA_SHA256 = new AlgorithmIdentifier({ algorithm: "1.2.840.10045.4.3.2" });
const SERIAL_BYTES = 16;

/** An authority that signs for a workshop's own names and addresses only, and for no other authority (RFC 5280). */
export function makeAuthority(name: string, term: Term, { keys, allowed }: AuthorityParts): string {
  const permitted = new GeneralSubtrees([
    ...allowed.dns.map((dNSName) => subtree({ dNSName })),
    ...allowed.nets.map((iPAddress) => subtree({ iPAddress })),
  ]);
  const usage = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
  return signed({
    subject: named(name),
    issuer: named(name),
    term,
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    extensions: [
      critical(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
      critical(id_ce_keyUsage, new KeyUsage(usage)),
      critical(id_ce_nameConstraints, new NameConstraints({ permittedSubtrees: permitted })),
      plain(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyIdOf(keys.publicKey))),
    ],
  });
}

export interface AuthorityParts {
  readonly keys: Keys;
  readonly allowed: Allowed;
}

/** A certificate of a server, signed by a workshop's authority. */
export function makeLeaf(names: Names, term: Term, { keys, authority }: LeafParts): string {
  const [subject = "trame"] = names.dns;
  const alternatives = new SubjectAlternativeName([
    ...names.dns.map((dNSName) => new GeneralName({ dNSName })),
    ...names.ips.map((iPAddress) => new GeneralName({ iPAddress })),
  ]);
  const signer = new KeyIdentifier(keyIdOf(authority.publicKey));
  return signed({
    subject: named(subject),
    issuer: subjectOf(authority.pem),
    term,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      critical(id_ce_basicConstraints, new BasicConstraints({ cA: false })),
      critical(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.digitalSignature)),
      plain(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
      plain(id_ce_subjectAltName, alternatives),
      plain(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyIdOf(keys.publicKey))),
      plain(id_ce_authorityKeyIdentifier, new AuthorityKeyIdentifier({ keyIdentifier: signer })),
    ],
  });
}

export interface LeafParts {
  readonly keys: Keys;
  readonly authority: Keys & { readonly pem: string };
}

interface Content extends Pick<Keys, "publicKey"> {
  readonly subject: Name;
  readonly issuer: Name;
  readonly term: Term;
  readonly signingKey: KeyObject;
  readonly extensions: readonly Extension[];
}

function signed({ subject, issuer, term, publicKey, signingKey, extensions }: Content): string {
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: drawSerial(),
    signature: ECDSA_SHA256,
    issuer,
    subject,
    validity: new Validity({ notBefore: new Date(term.from), notAfter: new Date(term.to) }),
    subjectPublicKeyInfo: AsnConvert.parse(spkiOf(publicKey), SubjectPublicKeyInfo),
    extensions: new Extensions([...extensions]),
  });
  const bytes = Buffer.from(AsnConvert.serialize(tbsCertificate));
  const signatureValue = bufferOf(sign("sha256", bytes, signingKey));
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: ECDSA_SHA256,
    signatureValue,
  });
  return new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))).toString();
}

/** Positive and never the same twice (RFC 5280, 4.1.2.2). */
function drawSerial(): ArrayBuffer {
  const bytes = crypto.getRandomValues(new Uint8Array(SERIAL_BYTES));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bufferOf(bytes);
}

function named(name: string): Name {
  const value = new AttributeValue({ utf8String: name });
  const attribute = new AttributeTypeAndValue({ type: ID_COMMON_NAME, value });
  return new Name([new RelativeDistinguishedName([attribute])]);
}

/** To the byte as it signs itself: whoever follows a chain compares the two. */
function subjectOf(pem: string): Name {
  return AsnConvert.parse(new X509Certificate(pem).raw, Certificate).tbsCertificate.subject;
}

/** The SHA-1 of the key's bits: a name, not a proof (RFC 5280, 4.2.1.2). */
function keyIdOf(publicKey: KeyObject): ArrayBuffer {
  const { subjectPublicKey } = AsnConvert.parse(spkiOf(publicKey), SubjectPublicKeyInfo);
  return bufferOf(createHash("sha1").update(Buffer.from(subjectPublicKey)).digest());
}

function spkiOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: "spki", format: "der" });
}

function subtree(base: ConstructorParameters<typeof GeneralName>[0]): GeneralSubtree {
  return new GeneralSubtree({ base: new GeneralName(base) });
}

function critical(extnID: string, value: object): Extension {
  return new Extension({ extnID, critical: true, extnValue: encoded(value) });
}

function plain(extnID: string, value: object): Extension {
  return new Extension({ extnID, critical: false, extnValue: encoded(value) });
}

function encoded(value: object): OctetString {
  return new OctetString(AsnConvert.serialize(value));
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
