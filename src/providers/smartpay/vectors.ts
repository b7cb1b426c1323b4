import { inferred, observed, type KnownVector } from '../../define/index.ts';
import { sources } from './sources.ts';

const official = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
const bySdk = (note: string) => observed(sources.sdkNode, `made with the official Node SDK 0.9.1, ${note}`);

/** The signatures that are known: the two that the official SDKs are tested with, and what the official Node SDK makes. */
export const vectors: readonly KnownVector[] = [
  {
    name: 'V0',
    ...observed(
      sources.sdkNode,
      "in the SDK's own tests, and in those of the PHP and Python SDKs; the body looks captured",
    ),
    key: official,
    signature: '68007ada8485ea0ceca7c5e879ae860a50412b7af95ab8e81b32a3e13f3c0832',
    signed: {
      timestamp: '1653028612220',
      body: '{"id":"evt_test_dwPfFKu5iSEKyHR2LFj9Lx","object":"event","createdAt":1653028523052,"test":true,"eventData":{"type":"payment.created","version":"2022-02-18","data":{"id":"payment_test_35LxgmF5KM22XKG38BjpJg","object":"payment","test":true,"createdAt":1653028523020,"updatedAt":1653028523020,"amount":200,"currency":"JPY","order":"order_test_RiYq2rthzRHrkKVGeucSwn","reference":"order_ref_1234567","status":"processed","metadata":{}}}}',
    },
  },
  {
    name: 'V0b',
    ...observed(sources.sdkPhp, "in the SDK's own tests, over a text that is no delivery; the Node SDK makes the same"),
    key: 'MOCKSECRETKEY',
    signature: 'ae82b27dd6dafd0dbfc65faff07160833776cf60915782ef991557e51e4d1782',
    signed: { text: 'test data' },
  },
  {
    name: 'V1',
    ...bySdk('over a body of two fields'),
    key: official,
    signature: '57d9205e62a3ec389dea62d1d27a9eeccf1cb023a00588f1eac1b6c886f1c0b5',
    signed: { timestamp: '1664522079584', body: '{"id":"evt_test_yETRfprzCxFsSJaJZPIENt","object":"event"}' },
  },
  {
    name: 'V2',
    ...bySdk('over a body that is not ASCII, with the secret of an official example'),
    key: 'MgUfJaMacS7r5JxGxdqFiZ1hpGY9a5lZcVQZDo6s',
    signature: 'c05e44b6f1db9ecff826cf8a0775e908d07691fcb72fe2a40729670dbc2bdfb2',
    signed: { timestamp: '1700000000000', body: '{"city":"港区","n":1}' },
  },
  {
    name: 'V3',
    ...bySdk(
      'with a secret that begins with two zero digits: the SDKs make a zero byte of each, and so a key of 31 bytes',
    ),
    key: 'AAbcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q',
    signature: '2ae9ac1d227c0d7766299a2eb92a141dc56bb142889967c1ea4b7df33a45cfb9',
    signed: { timestamp: '1700000000000', body: '{"a":1}' },
    rival: {
      ...inferred(
        sources.integrationExamples,
        'computed by the rule of the Java example, which pads every key to 30 bytes; which of the two Smartpay makes for such a secret is not known',
      ),
      signature: '4737e8bf18be545e61d1fbcfade7b0ec252a11ef791a7e08cbe2ef77f1cd9502',
    },
  },
];
