import type { partners as english } from '../en/partners.ts';
import type { TranslationOf } from '../translation-of.ts';

/** The screen of who outside is told what people consented to. */
export const partners: TranslationOf<typeof english> = {
  whole: 'las entidades asociadas',
  none: 'No se comunica nada a nadie de fuera',
  howToRegister:
    'Una entidad se registra con «stepway partners set» y un archivo, o por la API. Desde entonces se le comunica lo que cada persona consiente para ella.',
  rule: 'En el momento en que algo ocurre, se comunica a la entidad lo que esa persona ha consentido para ese destinatario y ese fin, y nada más. Cuando termina un consentimiento, termina la comunicación. De todo lo comunicado queda constancia.',
  ended: '{{partnerId}}, ya no se le comunica nada',
  recipient: 'En los consentimientos figura como',
  purpose: 'Para qué',
  sites: 'Personas de',
  everySite: 'todos los centros',
  lag: 'Retraso',
  troubleSince: 'No se puede llegar a ella desde',
  delivered: 'Hechos comunicados',
  lastDelivery: 'Última comunicación',
  nothingYet: 'nada todavía',
  toldOf: 'Se le puede comunicar, hasta donde lo cubra un consentimiento',
  onlyFields: 'solo {{fields}}',
  replays: 'Ha pedido que se le comunique de nuevo',
  replay: {
    asked: 'pedido {{ago}}',
    waits: 'sin empezar',
    runs: 'en curso: {{share}} revisado',
    done: 'terminado',
    told: 'hechos comunicados: {{events}}',
  },
  connect: {
    title: 'Cómo conectarse en diez minutos',
    topic: 'Tema; la clave es el seudónimo de la persona propio de la entidad',
    credentials:
      'Nombre, contraseña y dirección para Kafka: quien opera este sistema las imprime una sola vez; si se repite, la contraseña anterior deja de valer',
    kafka: 'Con un cliente de Kafka cualquiera',
    typed: 'Con el cliente tipado, que descarta lo que llega dos veces',
    console: 'Con la herramienta de consola de Kafka',
    webhook: 'Como receptor de webhooks, con el secreto del punto de entrega',
    token: 'Para HTTP: una aserción firmada a cambio de un token de cinco minutos (SMART Backend Services)',
    contracts: 'Lo que se envía: AsyncAPI y esquemas JSON, abiertos a todos',
    readers:
      'Los hechos llegan al menos una vez, en orden para cada persona: descarte «subject», «sequence» e «id» que ya tenga. Un hecho puede ganar campos opcionales en cualquier momento; lo que rompería a un lector llega como otra versión al lado.',
    never:
      'Nunca contiene: nombres, contactos, números de historia, palabras de nadie, nuestros identificadores, ni nada de quien no lo haya consentido.',
  },
};
