import type { states as english } from '../en/states.ts';
import type { TranslationOf } from '../translation-of.ts';

export const states: TranslationOf<typeof english> = {
  couldNotLoad: 'No fue posible cargar: {{what}}',
  tryAgain: 'Intentar de nuevo',
  broken: 'Esta página se ha roto',
  brokenWords:
    'Lo que estaba registrado está a salvo; lo que escribía aquí no se envió. Al cargar la página de nuevo, empieza otra vez.',
  loadAgain: 'Cargar la página de nuevo',
  noAnswer: 'El servidor no responde. No se perdió nada.',
  notUnderstood: 'No se entendió la respuesta del servidor. No se perdió nada.',
  answered: 'El servidor respondió: {{title}}. No se perdió nada.',
  answeredWithTrace:
    'El servidor respondió: {{title}}. No se perdió nada. Si continúa, indique a soporte la traza {{trace}}.',
  filling: '{{what, capital}}: se está llenando tras una actualización',
  fillingWhy:
    'Se construye desde el registro, que lo tiene todo. Aparece por sí solo; las demás pantallas siguen funcionando.',
  fillingSoon: 'Empieza en un momento',
  filled: '{{percent}} %: {{journeys, number}} de {{of, number}} recorridos',
  anError: 'El servidor respondió con un error',
  connecting: 'Conectando',
  live: 'En vivo',
  behind: 'Con retraso',
  lost: 'Sin conexión',
  connectionLost:
    '<b>Se perdió la conexión.</b> Usted ve el estado de las {{at}}. Las cuentas atrás siguen; los cambios de otras personas aún no se muestran.',
  nextTry: 'Próximo intento en {{time}}',
  trying: 'Intentando…',
  tryNow: 'Intentar ahora',
  ofThisPage: 'Estado de esta página',
  pageBehind:
    '<b>Esta página va con retraso</b> de {{time}}: usted ve el estado de las {{at}}. Lo registrado desde entonces está a salvo y aparece por sí solo.',
  automationBehind:
    '<b>La automatización va con retraso</b> de {{time}}. Los hechos se registran y se evalúan al momento; los movimientos, tareas y plazos que siguen por regla llegan más tarde.',
};
