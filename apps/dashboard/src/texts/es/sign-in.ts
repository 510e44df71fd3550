import type { signIn as english } from '../en/sign-in.ts';
import type { TranslationOf } from '../translation-of.ts';

export const signIn: TranslationOf<typeof english> = {
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  everySite: 'Todos los centros',
  nobody: {
    title: 'No ha iniciado sesión',
    words: 'Inicie sesión con la cuenta de su organización. Volverá a esta página.',
  },
  signedOut: {
    title: 'Ha cerrado la sesión',
    words: 'La sesión terminó en el servidor. Inicie sesión para continuar.',
  },
  ended: {
    title: 'Su sesión ha terminado',
    words:
      'Terminó tras un tiempo sin actividad, al llegar a su límite, o porque alguien la terminó. Lo registrado queda registrado. Inicie sesión para volver a esta página.',
  },
  none: {
    title: 'Aquí no hay servicio de acceso',
    words:
      'Nadie lo ha configurado (STEPWAY_OIDC_ISSUER). En el propio equipo, «npm run stepway -- sign-in» muestra un enlace.',
  },
  away: {
    title: 'El servicio de acceso no responde',
    words: 'Nadie puede iniciar sesión hasta que vuelva. Inténtelo de nuevo en un momento.',
  },
  late: {
    title: 'Este inicio de sesión no se completó',
    words: 'Tardó demasiado o se empezó en otro navegador. Inicie sesión de nuevo.',
  },
  declined: {
    title: 'No ha iniciado sesión',
    words: 'El inicio de sesión se interrumpió en el servicio de acceso. Inicie sesión cuando quiera.',
  },
  failed: {
    title: 'No se pudo completar el inicio de sesión',
    words:
      'La respuesta del servicio de acceso no era de confianza. Inicie sesión de nuevo; si continúa, avise a administración.',
  },
  unknown: {
    title: 'Stepway aún no le conoce',
    words:
      'El servicio de acceso sabe quién es, pero no figura en el directorio del personal. Administración puede añadirle.',
  },
  left: {
    title: 'Su acceso ha terminado',
    words: 'Figura en el directorio del personal como inactivo. Administración puede cambiarlo.',
  },
  'no-role': {
    title: 'No tiene ninguna función en Stepway',
    words: 'El servicio de acceso no indica ninguna función con la que trabaje aquí. Administración puede cambiarlo.',
  },
  idle: {
    title: '¿Sigue ahí?',
    words:
      'La sesión se cerrará en {{time}}, porque no se ha hecho nada durante un tiempo. Lo que ha empezado a escribir se conserva mientras tenga la sesión abierta.',
    stay: 'Seguir con la sesión',
  },
};
