import type { problems as english } from '../en/problems.ts';
import type { TranslationOf } from '../translation-of.ts';

export const problems: TranslationOf<typeof english> = {
  ProgrammeVersionTaken: 'Esta versión se publicó con otro contenido',
  ProgrammeVersionPassed: 'Ya hay publicada una versión posterior',
  StaffTaken: 'Este identificador, o quién es en el servicio de acceso, ya está en uso',
  StaffChanged: 'Otra persona ha cambiado entretanto esta ficha',
  OwnAccess: 'Nadie se quita a sí mismo la función de administración',
  EmergencyNotNeeded: 'Este recorrido está abierto para usted sin una emergencia',
  OwnEmergency: 'Nadie revisa un acceso de emergencia propio',
  ReviewedBefore: 'Este acceso de emergencia ya se revisó',
  PersonErased: 'Los datos de esta persona se eliminaron',
  'key-reused': 'Esto ya se había enviado con otro contenido',
  'slow-down': 'Los movimientos automáticos van con retraso: los hechos de máquinas esperan',
  'version-mismatch': 'La trayectoria ha cambiado mientras tanto',
  'invalid-request': 'La petición no se ajusta a su esquema',
  'not-found': 'Aquí no hay nada que usted pueda ver',
  'not-signed-in': 'Usted no ha iniciado sesión',
  'not-allowed': 'Su función no permite hacer esto',
  'being-filled': 'Esto se está llenando desde el registro tras una actualización',
  unavailable: 'En este momento no se puede acceder al registro',
  'too-large': 'El texto es demasiado largo para enviarse',
  'unsupported-media-type': 'El servidor no lee este tipo de contenido',
  'file-not-readable': 'Este archivo no se puede leer',
  refused: 'La petición no se aceptó',
  NeverAtRest: 'Lo que sigue por regla no llega aquí a su fin; queda anotado en el servidor',
  internal: 'Hubo un error en el servidor; allí queda anotado',
};
