import type { explained as english } from '../en/explained.ts';
import type { TranslationOf } from '../translation-of.ts';

export const explained: TranslationOf<typeof english> = {
  superseded: 'El laboratorio anuló lo que había informado.',
  preliminary: 'Solo hay un informe preliminar; decide el definitivo.',
  'integrity-concern': 'La muestra puede no ser lo que debería: una persona la revisa y nadie cambia de nivel.',
  'repeatedly-dilute': 'Diluida otra vez en poco tiempo: una persona la revisa.',
  recollect: 'La muestra no permite una respuesta: se pide otra.',
  'temperature-review': 'Temperatura fuera de rango, positivo definitivo: hay una revisión clínica.',
  inconclusive: 'El laboratorio no pudo decidirlo.',
  'unexpected-absence':
    'No se encontró un medicamento que debería encontrarse: se revisan la toma de medicación y la seguridad.',
  negative: 'Negativo.',
  'unexpected-pattern':
    'Se encontró el medicamento, pero no con el patrón habitual: se revisan la toma de medicación y la seguridad.',
  'expected-prescribed': 'Explicado por un medicamento.',
  'acknowledged-use': 'La persona había comunicado este consumo.',
  'given-in-hospital': 'Puede haberse administrado en el hospital; falta la lista de fármacos administrados.',
  baseline: 'De un consumo anterior al ingreso, aún sin eliminar.',
  residual: 'Dentro del tiempo en que aún puede encontrarse un consumo ya establecido.',
  'falling-level': 'El nivel sigue bajando desde un consumo anterior.',
  'below-evidence-floor': 'Menos de lo que cuenta como evidencia de consumo.',
  'ask-a-person': 'Positivo, pero necesita una revisión clínica.',
  'confirmation-not-received': 'La confirmación no llegó a tiempo: hay una revisión clínica.',
  'awaiting-confirmation': 'Positivo presuntivo: no establece consumo hasta que se confirme.',
  'unexpected-use': 'Positivo, y nada de lo que se sabe lo explica: tratado como nuevo consumo.',
  reviewed: 'Según la revisión clínica.',
  withdrawn: 'El informe se retiró.',
};
